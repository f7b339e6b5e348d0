//go:build ignore

// Name_gen writes name.bin: what each known word is worth as a first name, a
// surname and a common word. Word counts come from the public posts beside
// the repository (../shared/data/text); only figures leave them. No seed: the
// output depends on the input alone.
package main

import (
	"bufio"
	"compress/gzip"
	"encoding/binary"
	"encoding/json"
	"log"
	"math/bits"
	"os"
	"path/filepath"
	"sort"
	"strconv"
	"strings"
)

const (
	data      = "../../../shared/data"
	keepWords = 6200 // words that are no names, by frequency
	buckets   = 1 << 12
)

type entry struct{ first, last, lower, upper, other uint16 }

type count struct{ lower, upper int }

func main() {
	log.SetFlags(0)
	entries := map[string]*entry{}
	at := func(w string) *entry {
		if entries[w] == nil {
			entries[w] = &entry{}
		}
		return entries[w]
	}
	readList("names/first.txt", func(w string, c uint16) { at(w).first = c })
	readList("names/last.txt", func(w string, c uint16) { at(w).last = c })
	readList("names/other.txt", func(w string, c uint16) { at(w).other = c })
	readList("names/words.txt", func(w string, c uint16) { at(w).other = c })
	counts := countWords()
	for _, w := range frequent(counts, entries) {
		at(w)
	}
	for w, e := range entries {
		if c := counts[w]; c != nil {
			e.lower, e.upper = logClass(c.lower), logClass(c.upper)
		}
	}
	if err := os.WriteFile("name.bin", pack(entries), 0o644); err != nil {
		log.Fatal(err)
	}
}

// readList reads words under "= class" headings.
func readList(path string, add func(string, uint16)) {
	b, err := os.ReadFile(path)
	if err != nil {
		log.Fatal(err)
	}
	class := 0
	for line := range strings.Lines(string(b)) {
		line = strings.TrimSpace(line)
		if rest, ok := strings.CutPrefix(line, "= "); ok {
			if class, err = strconv.Atoi(rest); err != nil {
				log.Fatal(path, ": ", err)
			}
		} else if !strings.HasPrefix(line, "#") {
			for _, w := range strings.Fields(line) {
				add(w, uint16(class))
			}
		}
	}
}

// countWords counts how often each word is written lower and upper case where
// the case is the writer's choice: not first in its sentence, not in a line
// written in capitals.
func countWords() map[string]*count {
	counts := map[string]*count{}
	for _, f := range []string{"reddit_workers", "goemotions", "counsel_chat"} {
		eachText(filepath.Join(data, "text", f+".jsonl.gz"), func(text string) { countText(text, counts) })
	}
	return counts
}

func eachText(path string, do func(string)) {
	f, err := os.Open(path)
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
		var post struct {
			Text string `json:"text"`
		}
		if err := json.Unmarshal(s.Bytes(), &post); err != nil {
			log.Fatal(err)
		}
		do(post.Text)
	}
	if err := s.Err(); err != nil {
		log.Fatal(err)
	}
}

func countText(text string, counts map[string]*count) {
	if strings.ToUpper(text) == text {
		return
	}
	for line := range strings.Lines(text) {
		opening := true
		for _, f := range strings.Fields(line) {
			end := strings.ContainsAny(f[len(f)-1:], ".!?:\"*")
			w := strings.TrimSuffix(strings.Trim(f, ".,!?:;\"'()[]*_~-…"), "'s")
			if w != "" && !opening && isWord(w) {
				k := strings.ToLower(w)
				if counts[k] == nil {
					counts[k] = &count{}
				}
				if w[0] >= 'a' {
					counts[k].lower++
				} else {
					counts[k].upper++
				}
			}
			opening = end
		}
	}
}

func isWord(w string) bool {
	for i := range len(w) {
		if c := w[i] | 0x20; (c < 'a' || c > 'z') && w[i] != '\'' {
			return false
		}
	}
	return len(w) > 1
}

// frequent gives the commonest words that have no entry yet, in order.
func frequent(counts map[string]*count, have map[string]*entry) []string {
	var words []string
	for w := range counts {
		if have[w] == nil {
			words = append(words, w)
		}
	}
	sort.Slice(words, func(i, j int) bool {
		a, b := counts[words[i]], counts[words[j]]
		if n, m := a.lower+a.upper, b.lower+b.upper; n != m {
			return n > m
		}
		return words[i] < words[j]
	})
	return words[:min(keepWords, len(words))]
}

// logClass is 0 for none, else 1 + the whole logarithm to base 2, up to 15.
func logClass(n int) uint16 { return uint16(min(bits.Len(uint(n)), 15)) }

// pack lays the entries out by the top 12 bits of their hash: how many records
// each bucket has, a byte each; the low 16 bits of the records' hashes, in
// order within a bucket; their figures.
func pack(entries map[string]*entry) []byte {
	type record struct {
		hash uint32
		info uint16
	}
	var records []record
	for w, e := range entries {
		records = append(records, record{hash(w), e.first | e.last<<3 | e.lower<<6 | e.upper<<10 | e.other<<14})
	}
	sort.Slice(records, func(i, j int) bool {
		a, b := records[i], records[j]
		if a.hash>>20 != b.hash>>20 {
			return a.hash < b.hash
		}
		if a.hash&0xffff != b.hash&0xffff {
			return a.hash&0xffff < b.hash&0xffff
		}
		return a.hash < b.hash || a.hash == b.hash && a.info < b.info
	})
	sizes := make([]byte, buckets)
	var hashes, infos []byte
	for _, r := range records {
		if sizes[r.hash>>20]++; sizes[r.hash>>20] == 0 {
			log.Fatal("name.bin: a bucket has more than 255 records")
		}
		hashes = binary.LittleEndian.AppendUint16(hashes, uint16(r.hash))
		infos = binary.LittleEndian.AppendUint16(infos, r.info)
	}
	log.Printf("name.bin: %d words", len(records))
	return append(append(sizes, hashes...), infos...)
}

// hash is that of name_lexicon.go.
func hash(w string) uint32 {
	h := uint32(2166136261)
	for i := range len(w) {
		h = (h ^ uint32(w[i])) * 16777619
	}
	return h ^ h>>15
}
