//go:build ignore

// Name_learn writes name_weights.bin: the log-odds of each feature of
// name_feature.go, by logistic regression. It learns on seven tenths of the
// annotated tweets (the rest, told apart by a hash of the id, is what
// TestNamesTweets measures on), on posts whose names are masked, and on
// names/drafts.txt with names put in. Seed 1.
package main

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"hash/fnv"
	"log"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strconv"
	"strings"

	"secondlook/internal/identify"
	"secondlook/internal/text"
)

const (
	data   = "../../../shared/data"
	bits   = 14 // featureBits of name_feature.go
	scale  = 16 // weights are in sixteenths
	rounds = 5
	rare   = 6 // features seen less often are left out
	decay  = 1e-3
	most   = 11500 // features kept: those that weigh most
)

// sample is one word: its features and whether it is part of a name.
type sample struct {
	features []uint32
	name     bool
	weight   float64
}

type post struct {
	ID, Text string
	Spans    []struct {
		Start, End int
		Type       string
		Handle     bool
	}
}

type learner struct {
	samples     []sample
	rng         *rand.Rand
	first, last []string
	words       []string // names that are words
	towns       []string // towns that are names
}

func main() {
	log.SetFlags(0)
	l := &learner{rng: rand.New(rand.NewPCG(1, 1))}
	l.first, l.last = readNames("names/first.txt"), readNames("names/last.txt")
	l.words, l.towns = readNames("names/words.txt"), readNames("names/towns.txt")
	each("names/tweets_ner", l.tweet)
	tweets := len(l.samples)
	each("text/goemotions", func(p post) {
		if tenth(p.ID) < 3 {
			l.add(p.Text, nil, 0.3)
		}
	})
	masked := len(l.samples)
	l.drafts()
	log.Printf("words: %d of tweets, %d of masked posts, %d of drafts", tweets, masked-tweets, len(l.samples)-masked)
	if err := os.WriteFile("name_weights.bin", l.learn(), 0o644); err != nil {
		log.Fatal(err)
	}
}

// tenth deals posts out by a hash of their id: 0 to 9.
func tenth(id string) int {
	h := fnv.New32a()
	h.Write([]byte(id))
	return int(h.Sum32() % 10)
}

// tweet adds a tweet as it stands, and in small and in great letters.
func (l *learner) tweet(p post) {
	if tenth(p.ID) >= 7 {
		return
	}
	at := byteOffsets(p.Text)
	var spans []text.Span
	for _, s := range p.Spans {
		if s.Type == "PERSON" && !s.Handle {
			spans = append(spans, text.Span{Start: at[s.Start], End: at[s.End]})
		}
	}
	l.add(p.Text, spans, 1)
	if t := strings.ToLower(p.Text); len(t) == len(p.Text) {
		l.add(t, spans, 0.4)
	}
	if t := strings.ToUpper(p.Text); len(t) == len(p.Text) && tenth(p.ID) < 2 {
		l.add(t, spans, 0.4)
	}
}

// byteOffsets maps a place in code points to one in bytes.
func byteOffsets(s string) []int {
	var at []int
	for i := range s {
		at = append(at, i)
	}
	return append(at, len(s))
}

func (l *learner) add(t string, spans []text.Span, weight float64) {
	doc := text.Read(t)
	for i, f := range identify.NameFeatures(doc) {
		if f == nil {
			continue
		}
		name := false
		for _, s := range spans {
			name = name || s.Overlaps(doc.Tokens[i].Span)
		}
		l.samples = append(l.samples, sample{f, name, weight})
	}
}

// drafts puts names into names/drafts.txt, in three ways of writing.
func (l *learner) drafts() {
	b, err := os.ReadFile("names/drafts.txt")
	if err != nil {
		log.Fatal(err)
	}
	for line := range strings.Lines(string(b)) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		n := 5
		if strings.Contains(line, "{") {
			n = 14
		}
		for range n {
			t, spans := l.fill(line)
			switch r := l.rng.IntN(100); {
			case r < 38:
				t = strings.ToLower(t)
			case r < 46:
				t = strings.ToUpper(t)
			case r < 65:
				t = strings.ToUpper(t[:1]) + t[1:]
			}
			l.add(t, spans, 0.7)
		}
	}
}

// fill puts a name into each slot of a line.
func (l *learner) fill(line string) (string, []text.Span) {
	var b strings.Builder
	var spans []text.Span
	for line != "" {
		i := strings.IndexByte(line, '{')
		if i < 0 {
			b.WriteString(line)
			break
		}
		b.WriteString(line[:i])
		start := b.Len()
		b.WriteString(l.pick(line[i+1]))
		if line[i+1] != 'p' {
			spans = append(spans, text.Span{Start: start, End: b.Len()})
		}
		line = line[i+3:]
	}
	return b.String(), spans
}

// pick gives a name of the kind: mostly a common one, sometimes one that no
// list has.
func (l *learner) pick(kind byte) string {
	names := l.first
	switch kind {
	case 'i':
		return string(rune('A' + l.rng.IntN(26)))
	case 'l':
		names = l.last
	case 'w', 'p':
		names = l.words
		if kind == 'p' {
			names = l.towns
		}
		n := names[l.rng.IntN(len(names))]
		return strings.ToUpper(n[:1]) + n[1:]
	}
	r := l.rng.Float64()
	if l.rng.IntN(2) == 0 {
		r *= r * r
	}
	n := names[int(r*float64(len(names)))]
	if l.rng.IntN(6) == 0 {
		o := names[l.rng.IntN(len(names))]
		n = n[:len(n)/2+1] + o[len(o)/2:]
	}
	return strings.ToUpper(n[:1]) + n[1:]
}

// learn fits the weights of all features that are not rare, then those of the
// weightiest alone.
func (l *learner) learn() []byte {
	ids, hashes, count := l.number()
	w := l.fit(len(hashes))
	order := make([]int, len(hashes))
	for i := range order {
		order[i] = i
	}
	worth := func(i int) float64 { return math.Abs(w[i]) * math.Sqrt(float64(count[i])) }
	sort.Slice(order, func(a, b int) bool {
		if x, y := worth(order[a]), worth(order[b]); x != y {
			return x > y
		}
		return hashes[order[a]] < hashes[order[b]]
	})
	kept := make([]bool, len(hashes))
	for _, i := range order[:min(most, len(order))] {
		kept[i] = true
	}
	for i := range l.samples {
		s := &l.samples[i]
		s.features = slices.DeleteFunc(s.features, func(f uint32) bool { return !kept[f] })
	}
	log.Printf("features: %d, %d not rare", len(ids), len(hashes))
	return table(hashes, l.fit(len(hashes)))
}

// number gives each feature that is not rare a number, in place of its hash.
func (l *learner) number() (ids map[uint32]int, hashes []uint32, count []int) {
	ids = map[uint32]int{}
	for _, s := range l.samples {
		for _, f := range s.features {
			ids[f]++
		}
	}
	index := map[uint32]uint32{}
	for i := range l.samples {
		s := &l.samples[i]
		var keep []uint32
		for _, f := range s.features {
			if ids[f] < rare {
				continue
			}
			n, ok := index[f]
			if !ok {
				n = uint32(len(hashes))
				index[f] = n
				hashes, count = append(hashes, f), append(count, ids[f])
			}
			keep = append(keep, n)
		}
		s.features = keep
	}
	return ids, hashes, count
}

// fit is logistic regression by AdaGrad with a little decay.
func (l *learner) fit(n int) []float64 {
	w, g := make([]float64, n), make([]float64, n)
	for range rounds {
		l.rng.Shuffle(len(l.samples), func(i, j int) { l.samples[i], l.samples[j] = l.samples[j], l.samples[i] })
		for _, s := range l.samples {
			z := 0.0
			for _, f := range s.features {
				z += w[f]
			}
			e := 1 / (1 + math.Exp(-z))
			if s.name {
				e--
			}
			e *= s.weight
			for _, f := range s.features {
				d := e + decay*w[f]
				g[f] += d * d
				w[f] -= 0.1 * d / math.Sqrt(g[f]+1e-6)
			}
		}
	}
	return w
}

// table lays the weights out as name_feature.go looks them up: slots of three
// bytes, the low half of the hash and the weight, by the top bits of the hash
// or the next free place.
func table(hashes []uint32, w []float64) []byte {
	out := make([]byte, 3<<bits)
	used := 0
	for i, h := range hashes {
		x := int8(min(max(math.Round(w[i]*scale), -127), 127))
		if x == 0 {
			continue
		}
		used++
		at := int(h >> (32 - bits))
		for out[at*3+2] != 0 {
			at = (at + 1) % (1 << bits)
		}
		out[at*3], out[at*3+1], out[at*3+2] = byte(h), byte(h>>8), byte(x)
	}
	log.Printf("name_weights.bin: %d weights", used)
	return out
}

func each(name string, do func(post)) {
	f, err := os.Open(filepath.Join(data, name+".jsonl.gz"))
	if err != nil {
		log.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		log.Fatal(err)
	}
	s := bufio.NewScanner(z)
	s.Buffer(nil, 1<<24)
	for s.Scan() {
		var p post
		if err := json.Unmarshal(s.Bytes(), &p); err != nil {
			log.Fatal(err)
		}
		do(p)
	}
	if err := s.Err(); err != nil {
		log.Fatal(err)
	}
}

// readNames gives the names of a list, the common classes first.
func readNames(path string) []string {
	b, err := os.ReadFile(path)
	if err != nil {
		log.Fatal(err)
	}
	var names []string
	for line := range strings.Lines(string(b)) {
		if line[0] == '#' {
			continue
		}
		if rest, ok := strings.CutPrefix(line, "= "); ok {
			if _, err := strconv.Atoi(strings.TrimSpace(rest)); err != nil {
				log.Fatal(path, ": ", err)
			}
			continue
		}
		names = append(names, strings.Fields(line)...)
	}
	return names
}
