package main

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"secondlook/internal/engine"
	"secondlook/internal/model"
	"secondlook/internal/verdict"
)

// The figures files, in one folder.
const (
	ordinaryFile = "ordinary.bin.gz"
	realFile     = "real.bin.gz"
)

// source is a file of public posts, of which every nth that is of at most
// longestOrdinary bytes is read.
type source struct {
	file   string
	every  int
	groups []string // of reddit_workers; nil is all
}

// ordinarySources are posts in which an alert is most likely false: of these
// four of five are learnt from and the fifth sets the threshold; what is passed
// over is left for the report.
var ordinarySources = []source{
	{"text/goemotions.jsonl.gz", 2, nil},
	{"names/tweets_ner.jsonl.gz", 2, nil},
	{"text/reddit_workers.jsonl.gz", 2, notServing},
}

// notServing are the groups of people who do not write about those they serve.
var notServing = []string{
	"TalesFromRetail", "TalesFromThePizzaGuy", "TalesFromYourServer", "jobs", "talesfromcallcenters",
	"talesfromtechsupport", "Parenting", "childfree", "casualiama", "self", "Assistance", "autism", "law",
}

const longestOrdinary = 600

// writeFigures reads the public text and leaves its figures in folder.
func writeFigures(e *engine.Engine, public, labels, folder string) error {
	known, err := readReal(labels)
	if err != nil {
		return err
	}
	var people []personExample
	var calm []sample
	for _, from := range ordinarySources {
		err := from.each(public, func(id, text string) {
			if known[id] != nil {
				return
			}
			if len(calm)%2 == 0 {
				people = append(people, passersBy(text)...)
			}
			calm = append(calm, sample{figures: e.Sample(text).Figures()})
		})
		if err != nil {
			return err
		}
	}
	if err := writePacked(filepath.Join(folder, ordinaryFile), calm); err != nil {
		return err
	}
	if err := writePeople(filepath.Join(folder, peopleFile), people); err != nil {
		return err
	}
	told, err := realSamples(e, filepath.Join(public, "text/reddit_workers.jsonl.gz"), known)
	if err != nil {
		return err
	}
	return writePacked(filepath.Join(folder, realFile), told)
}

// each hands on every nth of the source's posts that are short and of its groups.
func (from *source) each(public string, do func(id, text string)) error {
	n := 0
	return eachLine(filepath.Join(public, from.file), func(line []byte) error {
		var post struct{ ID, Text, Sub string }
		if err := json.Unmarshal(line, &post); err != nil {
			return err
		}
		if len(post.Text) > longestOrdinary || from.groups != nil && !slices.Contains(from.groups, post.Sub) {
			return nil
		}
		if n++; n%from.every == 0 {
			do(post.ID, post.Text)
		}
		return nil
	})
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

func writePacked(name string, all []sample) error { return writeZipped(name, pack(all)) }

func writeZipped(name string, b []byte) error {
	var packed bytes.Buffer
	z, _ := gzip.NewWriterLevel(&packed, gzip.BestCompression)
	if _, err := z.Write(b); err != nil {
		return err
	}
	if err := z.Close(); err != nil {
		return err
	}
	return os.WriteFile(name, packed.Bytes(), 0o644)
}

// pack writes varints: the distinct pairs of Token.Word and Token.Tail, then
// the samples. A list is its length and its members.
func pack(all []sample) []byte {
	type form struct {
		word uint32
		tail uint16
	}
	var forms []form
	index := map[form]uint64{}
	for i := range all {
		for _, t := range all[i].figures.Tokens {
			f := form{t.Word, t.Tail}
			if _, ok := index[f]; !ok {
				index[f] = uint64(len(forms))
				forms = append(forms, f)
			}
		}
	}
	var b []byte
	put := func(n uint64) { b = binary.AppendUvarint(b, n) }
	put(uint64(len(forms)))
	for _, f := range forms {
		put(uint64(f.word))
		put(uint64(f.tail))
	}
	put(uint64(len(all)))
	for i := range all {
		s := &all[i]
		f := s.figures
		marked := uint64(0)
		if s.tags != nil {
			marked = 1
		}
		put(uint64(s.level)<<2 | pick(s.labour)<<1 | marked)
		put(uint64(s.labels))
		put(uint64(len(f.Facts)))
		for _, x := range f.Facts {
			put(uint64(x))
		}
		for _, x := range f.Levels {
			put(uint64(x))
		}
		put(uint64(len(f.Sentences)))
		for _, x := range f.Sentences {
			put(uint64(x.Last - x.First))
			put(uint64(x.Cues))
			for k := x.First; k < x.Last; k++ {
				t := f.Tokens[k]
				put(index[form{t.Word, t.Tail}]<<2 | pick(t.Kind|t.Who|t.Whose != 0)<<1 | pick(t.Read == t.Word))
				if t.Read != t.Word {
					put(uint64(t.Read))
				}
				if t.Kind|t.Who|t.Whose != 0 {
					b = append(b, t.Kind, t.Who, t.Whose)
				}
				if s.tags != nil {
					b = append(b, s.tags[k], s.people[k])
				}
			}
		}
	}
	return b
}

func pick(yes bool) uint64 {
	if yes {
		return 1
	}
	return 0
}

// readPacked reads what writePacked wrote; every sample is of that kind.
func readPacked(name string, of kind, weight float64) ([]sample, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	r := unpacker{in: bufio.NewReader(z)}
	words, tails := make([]uint32, r.count()), []uint16(nil)
	for i := range words {
		words[i] = uint32(r.number())
		tails = append(tails, uint16(r.number()))
	}
	all := make([]sample, r.count())
	for i := range all {
		s := &all[i]
		s.kind, s.weight, s.author = of, weight, fmt.Sprint(i%10)
		r.sample(s, words, tails)
		if r.err != nil {
			return nil, fmt.Errorf("%s: %w", name, r.err)
		}
	}
	return all, nil
}

type unpacker struct {
	in  *bufio.Reader
	err error
}

func (r *unpacker) number() uint64 {
	n, err := binary.ReadUvarint(r.in)
	if err != nil && r.err == nil {
		r.err = io.ErrUnexpectedEOF
	}
	return n
}

func (r *unpacker) count() int { return int(min(r.number(), 1<<20)) }

func (r *unpacker) byte() uint8 {
	b, err := r.in.ReadByte()
	if err != nil && r.err == nil {
		r.err = io.ErrUnexpectedEOF
	}
	return b
}

func (r *unpacker) sample(s *sample, words []uint32, tails []uint16) {
	head := r.number()
	s.level = verdict.Level(head >> 2)
	s.labour = head&2 != 0
	s.labels = uint16(r.number())
	f := &model.Figures{Facts: make([]model.Feature, min(r.count(), 1<<12))}
	s.figures = f
	for k := range f.Facts {
		f.Facts[k] = model.Feature(r.number())
	}
	for k := range f.Levels {
		f.Levels[k] = int32(r.number())
	}
	f.Sentences = make([]model.Sentence, min(r.count(), 1<<12))
	for k := range f.Sentences {
		n := &f.Sentences[k]
		n.First = len(f.Tokens)
		n.Last = n.First + min(r.count(), 1<<14)
		n.Cues = uint32(r.number())
		for t := n.First; t < n.Last && r.err == nil; t++ {
			code := r.number()
			form := int(code >> 2)
			if form >= len(words) {
				r.err = io.ErrUnexpectedEOF
				return
			}
			token := model.Token{Word: words[form], Tail: tails[form], Read: words[form]}
			if code&1 == 0 {
				token.Read = uint32(r.number())
			}
			if code&2 != 0 {
				token.Kind, token.Who, token.Whose = r.byte(), r.byte(), r.byte()
			}
			f.Tokens = append(f.Tokens, token)
			if head&1 == 1 {
				s.tags = append(s.tags, r.byte()%uint8(model.Tags))
				s.people = append(s.people, r.byte())
			}
		}
	}
	f.Mark(model.OurFields())
}
