package main

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"slices"

	"secondlook/internal/engine"
	"secondlook/internal/model"
)

// ordinary are the sources of posts in which an alert is most likely false:
// every nth post of at most 600 bytes. Those with an even number among the kept
// are learnt from, the odd ones set the threshold; what is passed over is left
// for the report.
var ordinary = []struct {
	file   string
	every  int
	groups []string // of reddit_workers, those that do not serve
}{
	{"text/goemotions.jsonl.gz", 5, nil},
	{"names/tweets_ner.jsonl.gz", 4, nil},
	{"text/reddit_workers.jsonl.gz", 4, []string{
		"TalesFromRetail", "TalesFromThePizzaGuy", "TalesFromYourServer", "jobs", "talesfromcallcenters",
		"talesfromtechsupport", "Parenting", "childfree", "casualiama", "self", "Assistance", "autism",
	}},
}

const longestOrdinary = 600

func writeFigures(e *engine.Engine, folder, out string) error {
	var all []*model.Figures
	for _, source := range ordinary {
		n := 0
		err := eachLine(filepath.Join(folder, source.file), func(line []byte) error {
			var post struct{ Text, Sub string }
			if err := json.Unmarshal(line, &post); err != nil {
				return err
			}
			if len(post.Text) > longestOrdinary || source.groups != nil && !slices.Contains(source.groups, post.Sub) {
				return nil
			}
			if n++; n%source.every == 0 {
				all = append(all, e.Sample(post.Text).Figures())
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	var packed bytes.Buffer
	z, _ := gzip.NewWriterLevel(&packed, gzip.BestCompression)
	if _, err := z.Write(pack(all)); err != nil {
		return err
	}
	if err := z.Close(); err != nil {
		return err
	}
	return os.WriteFile(out, packed.Bytes(), 0o644)
}

func eachLine(name string, do func([]byte) error) error {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return err
	}
	lines := bufio.NewScanner(z)
	lines.Buffer(nil, 1<<22)
	for lines.Scan() {
		if err := do(lines.Bytes()); err != nil {
			return err
		}
	}
	return lines.Err()
}

// pack writes varints: how many posts; for each its facts, its sentences; for
// each its cues and words. A list is its length and its members.
func pack(all []*model.Figures) []byte {
	var b []byte
	list := func(xs []uint16) {
		b = binary.AppendUvarint(b, uint64(len(xs)))
		for _, x := range xs {
			b = binary.AppendUvarint(b, uint64(x))
		}
	}
	b = binary.AppendUvarint(b, uint64(len(all)))
	for _, f := range all {
		list(f.Facts)
		b = binary.AppendUvarint(b, uint64(len(f.Sentences)))
		for _, s := range f.Sentences {
			b = binary.AppendUvarint(b, uint64(s.Cues))
			list(s.Words)
		}
	}
	return b
}

func readFigures(name string) ([]*model.Figures, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, err
	}
	r := bufio.NewReader(z)
	var failed error
	number := func() uint64 {
		n, err := binary.ReadUvarint(r)
		if err != nil && failed == nil {
			failed = io.ErrUnexpectedEOF
		}
		return n
	}
	list := func() []uint16 {
		xs := make([]uint16, min(number(), 1<<16))
		for i := range xs {
			xs[i] = uint16(number() % model.Buckets)
		}
		return xs
	}
	all := make([]*model.Figures, min(number(), 1<<20))
	for i := range all {
		all[i] = &model.Figures{Facts: list()}
		all[i].Sentences = make([]model.SentenceFigures, min(number(), 1<<16))
		for j := range all[i].Sentences {
			all[i].Sentences[j] = model.SentenceFigures{Cues: uint32(number()), Words: list()}
		}
		if failed != nil {
			return nil, failed
		}
	}
	return all, nil
}
