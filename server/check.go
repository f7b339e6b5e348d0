package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"unicode/utf8"

	"secondlook/extension"
	"secondlook/internal/engine"
	"secondlook/internal/publish"
	"secondlook/internal/sandbox"
)

// contextFlags say what the engine is told beside the text.
type contextFlags struct {
	Site        string `help:"Site the draft is for."`
	Account     string `help:"Whose account: personal or agency." enum:",personal,agency" default:""`
	Audience    string `help:"Who will see it: public or private." enum:",public,private" default:""`
	Attachments int    `help:"How many pictures or files go with it."`
	Locale      string `help:"Language of the draft, such as en-IE."`
	Region      string `help:"Country, two letters."`
	Setting     string `help:"Where the author works: child-welfare, shelter, health, school, justice…"`
	Edit        int    `help:"Offset of the last edit in UTF-16 units; of a very long draft only what is around it is read." default:"-1"`
}

// fill returns ctx with what it leaves open taken from the flags.
func (f *contextFlags) fill(ctx engine.Context) engine.Context {
	for _, w := range []struct {
		to   *string
		from string
	}{{&ctx.Site, f.Site}, {&ctx.Account, f.Account}, {&ctx.Audience, f.Audience},
		{&ctx.Locale, f.Locale}, {&ctx.Region, f.Region}, {&ctx.Setting, f.Setting}} {
		if *w.to == "" {
			*w.to = w.from
		}
	}
	if ctx.Attachments == 0 {
		ctx.Attachments = f.Attachments
	}
	if ctx.Edit < 0 {
		ctx.Edit = f.Edit
	}
	return ctx
}

type checkCommand struct {
	JSONL   bool   `name:"jsonl" help:"Read {\"id\",\"text\",…context} a line, write {\"id\",…verdict} a line."`
	Offsets string `help:"What offsets count in the JSON: bytes, utf16 or runes." enum:"bytes,utf16,runes" default:"utf16"`
	Explain bool   `help:"Show what each step of the engine saw."`
	Bundle  string `placeholder:"FILE" help:"Add an agency's rules: a packed file, or its folder."`
	contextFlags
	Files []string `arg:"" optional:"" help:"Drafts, a file each (with --jsonl: files of lines). Without any, standard input; - is that too."`
}

// Run checks every file in order; a file that cannot be read does not stop
// the others.
func (c *checkCommand) Run(d desk, e engineChoice) error {
	ctx := context.Background()
	box, err := e.open(ctx)
	if err != nil {
		return err
	}
	defer box.Close(ctx)
	if c.Bundle != "" {
		o, err := openBundle(c.Bundle)
		if err != nil {
			return err
		}
		if err := publish.Load(ctx, box, o.blob, 0); err != nil {
			return fmt.Errorf("%s: %w", c.Bundle, err)
		}
	}
	out := bufio.NewWriter(d.out)
	words, err := readMessages(extension.Messages)
	if err != nil {
		return err
	}
	run := &checkRun{checkCommand: c, box: box, words: words, out: out}
	files := c.Files
	if len(files) == 0 {
		files = []string{"-"}
	}
	for _, name := range files {
		if err := run.file(ctx, name, d.in); err != nil {
			fmt.Fprintf(d.err, "secondlook: %v\n", err)
			run.bad++
		}
	}
	if err := out.Flush(); err != nil {
		return fmt.Errorf("writing the answers: %w", err)
	}
	switch {
	case run.bad > 0:
		return fmt.Errorf("%d of the inputs could not be checked", run.bad)
	case run.alerts > 0:
		return errAlert
	}
	return nil
}

// checkRun is one run of check over its files.
type checkRun struct {
	*checkCommand
	box         *sandbox.Sandbox
	words       messages
	out         *bufio.Writer
	request     []byte // reused from draft to draft
	alerts, bad int
}

func (r *checkRun) file(ctx context.Context, name string, stdin io.Reader) error {
	in, shown := stdin, "standard input"
	if name != "-" {
		file, err := os.Open(name)
		if err != nil {
			return err
		}
		defer file.Close()
		in, shown = file, name
	}
	if r.JSONL {
		return r.lines(ctx, shown, in)
	}
	draft, err := readDraft(shown, in)
	if err != nil {
		return err
	}
	_, v, err := r.verdict(ctx, draft, r.fill(engine.Context{Edit: -1}))
	if err != nil {
		return fmt.Errorf("%s: %w", shown, err)
	}
	r.words.show(r.out, shown, draft, v)
	return nil
}

// readDraft reads a whole draft, which has to be UTF-8.
func readDraft(name string, in io.Reader) (string, error) {
	b, err := io.ReadAll(io.LimitReader(in, engine.MaxRequest+1))
	if err != nil {
		return "", fmt.Errorf("%s: %w", name, err)
	}
	if len(b) > engine.MaxRequest {
		return "", fmt.Errorf("%s: longer than 32 MB", name)
	}
	if at := invalidAt(b); at >= 0 {
		return "", fmt.Errorf("%s: not UTF-8 at byte %d; convert it first (iconv -t utf-8)", name, at)
	}
	return string(b), nil
}

// invalidAt returns the offset of the first byte that is not UTF-8, or -1.
func invalidAt(b []byte) int {
	if utf8.Valid(b) {
		return -1
	}
	for i := 0; i < len(b); {
		r, size := utf8.DecodeRune(b[i:])
		if r == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return -1
}

// verdict checks one draft; the answer is the verdict's JSON with offsets as
// asked for.
func (r *checkRun) verdict(ctx context.Context, draft string, c engine.Context) ([]byte, *answer, error) {
	c.Explain = c.Explain || r.Explain
	r.request = engine.AppendRequest(r.request[:0], draft, c)
	raw, err := r.box.Check(ctx, r.request)
	if err != nil {
		return nil, nil, err
	}
	var v answer
	if err := json.Unmarshal(raw, &v); err != nil {
		return nil, nil, errors.New("the engine's answer is not a verdict")
	}
	if v.Level == "caution" || v.Level == "hold" {
		r.alerts++
	}
	if r.Offsets != "utf16" && r.JSONL {
		v.recount(draft, r.Offsets)
		raw, err = marshal(&v)
	}
	return raw, &v, err
}
