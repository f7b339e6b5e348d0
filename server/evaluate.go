package main

import (
	"bufio"
	"compress/gzip"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"secondlook/internal/corpus"
	"secondlook/internal/engine"
	"secondlook/internal/sandbox"
	"secondlook/internal/verdict"
)

type evaluateCommand struct {
	Corpora  []string `arg:"" optional:"" name:"corpus" help:"Labelled posts, one JSON object a line; .gz is read too."`
	Ordinary []string `placeholder:"FILE" help:"Ordinary posts {\"id\",\"text\"}: counts alerts in 1,000."`
	MaxLen   int      `default:"0" help:"Of the ordinary posts, only those of at most so many characters; 0 is all."`
	Errors   bool     `help:"List the posts whose level is wrong."`
	Show     bool     `help:"With --errors, their texts too."`
}

// Run prints the figures of each corpus, then those of the ordinary posts.
func (c *evaluateCommand) Run(d desk, e engineChoice) error {
	if len(c.Corpora)+len(c.Ordinary) == 0 {
		return errors.New("name a corpus, or ordinary posts with --ordinary")
	}
	ctx := context.Background()
	box, err := e.open(ctx)
	if err != nil {
		return err
	}
	defer box.Close(ctx)
	out := bufio.NewWriter(d.out)
	defer out.Flush()
	reader := corpus.NewReader()
	for _, name := range c.Corpora {
		outcomes, err := judge(ctx, box, reader, name)
		if err != nil {
			return err
		}
		c.report(out, name, outcomes)
	}
	for _, name := range c.Ordinary {
		if err := c.ordinary(ctx, out, box, name); err != nil {
			return err
		}
	}
	return nil
}

// open opens a file, through gzip where its name ends in .gz.
func open(name string) (io.Reader, func() error, error) {
	file, err := os.Open(name)
	if err != nil {
		return nil, nil, err
	}
	if !strings.HasSuffix(name, ".gz") {
		return file, file.Close, nil
	}
	plain, err := gzip.NewReader(file)
	if err != nil {
		file.Close()
		return nil, nil, fmt.Errorf("%s: %w", name, err)
	}
	return plain, file.Close, nil
}

// judged is an outcome with the rules that spoke and what the check cost.
type judged struct {
	corpus.Outcome
	rules []string
	took  time.Duration
	size  int // of the verdict, bytes of JSON
}

// judge checks every post of a corpus.
func judge(ctx context.Context, box *sandbox.Sandbox, reader *corpus.Reader, name string) ([]judged, error) {
	in, done, err := open(name)
	if err != nil {
		return nil, err
	}
	defer done()
	posts, err := reader.Read(name, in)
	if err != nil {
		return nil, err
	}
	all := make([]judged, len(posts))
	for i := range posts {
		all[i], err = find(ctx, box, posts[i].Text)
		if err != nil {
			return nil, fmt.Errorf("%s: %q: %w", name, posts[i].ID, err)
		}
		all[i].Post = &posts[i]
	}
	return all, nil
}

// find checks one text; the post is for the caller to name.
func find(ctx context.Context, box *sandbox.Sandbox, draft string) (judged, error) {
	request := engine.AppendRequest(nil, draft, engine.Context{Edit: -1})
	start := time.Now()
	raw, err := box.Check(ctx, request)
	if err != nil {
		return judged{}, err
	}
	j := judged{took: time.Since(start), size: len(raw)}
	var v answer
	if err := json.Unmarshal(raw, &v); err != nil {
		return judged{}, errors.New("the engine's answer is not a verdict")
	}
	v.recount(draft, "bytes")
	level, ok := verdict.ParseLevel(v.Level)
	if !ok {
		return judged{}, errors.New("the engine's answer has an unknown level")
	}
	j.Found = corpus.Found{Level: level, Protected: v.Protected}
	for _, f := range v.Findings {
		if !slices.Contains(j.Categories, f.Category) {
			j.Categories = append(j.Categories, f.Category)
		}
		if l, ok := verdict.ParseLevel(f.Level); ok && l.Alert() {
			j.Score = max(j.Score, f.Score)
		}
		j.rules = append(j.rules, f.Rule+"="+f.Level)
		for _, s := range f.Spans {
			j.Spans = append(j.Spans, corpus.FoundSpan{Start: s.Start, End: s.End, Type: s.Type})
		}
	}
	return j, nil
}

// ordinary counts the alerts of a file of posts nobody needs to look at.
func (c *evaluateCommand) ordinary(ctx context.Context, out io.Writer, box *sandbox.Sandbox, name string) error {
	in, done, err := open(name)
	if err != nil {
		return err
	}
	defer done()
	lines := bufio.NewReaderSize(in, 64<<10)
	total, alerts, notes := 0, 0, 0
	var line []byte
	for n := 1; ; n++ {
		var tooLong bool
		var end error
		line, tooLong, end = readLine(lines, line[:0])
		if end != nil && !errors.Is(end, io.EOF) {
			return fmt.Errorf("%s, line %d: %w", name, n, end)
		}
		if len(strings.TrimSpace(string(line))) > 0 || tooLong {
			id, err := idOf(line)
			if err != nil {
				return fmt.Errorf("%s, line %d: %w", name, n, err)
			}
			draft, _, err := engine.ParseRequest(line)
			if err != nil {
				return fmt.Errorf("%s, line %d: %w", name, n, err)
			}
			if c.MaxLen > 0 && utf8.RuneCountInString(draft) > c.MaxLen {
				continue
			}
			found, err := find(ctx, box, draft)
			if err != nil {
				return fmt.Errorf("%s, line %d: %w", name, n, err)
			}
			total++
			switch {
			case found.Level.Alert():
				alerts++
				c.wrong(out, string(id), "ordinary", &found, draft)
			case found.Level == verdict.Note:
				notes++
			}
		}
		if end != nil {
			break
		}
	}
	w := corpus.Wilson(alerts, total)
	fmt.Fprintf(out, "%s: %d ordinary posts\n  alerts %d: %.2f in 1,000 (95 %%: %.2f to %.2f); notes %d: %.2f in 1,000\n",
		name, total, alerts, per1000(alerts, total), w.Low*1000, w.High*1000, notes, per1000(notes, total))
	return nil
}

func per1000(n, total int) float64 { return 1000 * float64(n) / float64(max(total, 1)) }

// wrong lists one post that was judged otherwise than expected.
func (c *evaluateCommand) wrong(out io.Writer, id, expected string, got *judged, draft string) {
	if !c.Errors {
		return
	}
	fmt.Fprintf(out, "  %s expected %s, got %s [%s]\n", id, expected, got.Level, strings.Join(got.rules, " "))
	if c.Show {
		fmt.Fprintf(out, "      %s\n", printable(draft))
	}
}
