package main

import (
	"encoding/binary"
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"slices"

	"secondlook/internal/model"
	"secondlook/internal/text"
)

// spoken are the sources that words are learnt from.
var spoken = []string{
	"text/reddit_workers.jsonl.gz", "text/goemotions.jsonl.gz", "text/counsel_chat.jsonl.gz",
	"text/self_disclosure.jsonl.gz", "names/tweets_ner.jsonl.gz",
}

// How word vectors are learnt: skip-grams with negative samples.
const (
	leastOften = 8
	mostWords  = 11000
	reach      = 5
	negatives  = 5
	epochs     = 4
	classes    = 255
)

// writeWords learns vectors and classes of words.
func writeWords(folder, out string) error {
	texts, counts, err := readSpoken(folder)
	if err != nil {
		return err
	}
	ids := vocabulary(counts)
	row := make(map[uint32]int32, len(ids))
	for i, id := range ids {
		row[id] = int32(i)
	}
	v := skipGrams(texts, ids, row, counts)
	unit(v)
	return os.WriteFile(out, packWords(ids, cluster(v), v), 0o644)
}

func readSpoken(folder string) (texts [][]uint32, counts map[uint32]int, err error) {
	counts = map[uint32]int{}
	for _, source := range spoken {
		err := eachLine(filepath.Join(folder, source), func(line []byte) error {
			var post struct{ Text, Question, Answer string }
			if err := json.Unmarshal(line, &post); err != nil {
				return err
			}
			doc := text.Read(post.Text + "\n" + post.Question + "\n" + post.Answer)
			var words []uint32
			for i := range doc.Tokens {
				if t := &doc.Tokens[i]; t.Kind == text.Word || t.Kind == text.Clitic || t.Kind == text.Emoji {
					h := model.WordID(t.Word)
					words = append(words, h)
					counts[h]++
				}
			}
			texts = append(texts, words)
			return nil
		})
		if err != nil {
			return nil, nil, err
		}
	}
	return texts, counts, nil
}

// vocabulary returns the most frequent words, ascending by id.
func vocabulary(counts map[uint32]int) []uint32 {
	var ids []uint32
	for id, n := range counts {
		if n >= leastOften {
			ids = append(ids, id)
		}
	}
	slices.SortFunc(ids, func(a, b uint32) int {
		if d := counts[b] - counts[a]; d != 0 {
			return d
		}
		return int(a) - int(b)
	})
	ids = ids[:min(len(ids), mostWords)]
	slices.Sort(ids)
	return ids
}

// dice is a small generator with a fixed seed: the same figures from the same text.
type dice uint64

func (d *dice) next() uint32 {
	*d ^= *d << 13
	*d ^= *d >> 7
	*d ^= *d << 17
	return uint32(*d >> 32)
}

func skipGrams(texts [][]uint32, ids []uint32, row map[uint32]int32, counts map[uint32]int) [][]float32 {
	d := dice(88172645463325252)
	in, out := make([][]float32, len(ids)), make([][]float32, len(ids))
	total := 0
	var drawn []int32 // words as often as the three-quarters power of their count
	for i, id := range ids {
		in[i], out[i] = make([]float32, model.Dims), make([]float32, model.Dims)
		for k := range in[i] {
			in[i][k] = (float32(d.next()%1000)/1000 - 0.5) / model.Dims
		}
		total += counts[id]
		for range int(math.Pow(float64(counts[id]), 0.75)) {
			drawn = append(drawn, int32(i))
		}
	}
	keep := make([]uint32, len(ids)) // how likely a frequent word is kept, of 2^16
	for i, id := range ids {
		f := float64(counts[id]) / float64(total)
		keep[i] = uint32(min(1, math.Sqrt(3e-4/f)) * 65536)
	}
	var line []int32
	seen, all := 0, len(texts)*epochs
	grad := make([]float32, model.Dims)
	for range epochs {
		for _, t := range texts {
			seen++
			rate := max(0.05*(1-float32(seen)/float32(all)), 0.0005)
			line = line[:0]
			for _, id := range t {
				if r, ok := row[id]; ok && d.next()&0xFFFF < keep[r] {
					line = append(line, r)
				}
			}
			for i, w := range line {
				span := 1 + int(d.next()%reach)
				for j := max(0, i-span); j < min(len(line), i+span+1); j++ {
					if j != i {
						learnPair(in[line[j]], out, w, drawn, &d, rate, grad)
					}
				}
			}
		}
	}
	return in
}

func learnPair(v []float32, out [][]float32, w int32, drawn []int32, d *dice, rate float32, grad []float32) {
	clear(grad)
	for n := range negatives + 1 {
		to, want := w, float32(1)
		if n > 0 {
			to, want = drawn[d.next()%uint32(len(drawn))], 0
			if to == w {
				continue
			}
		}
		u := out[to]
		z := float32(0)
		for k := range v {
			z += v[k] * u[k]
		}
		g := rate * (want - float32(1/(1+math.Exp(-float64(z)))))
		for k := range v {
			grad[k] += g * u[k]
			u[k] += g * v[k]
		}
	}
	for k := range v {
		v[k] += grad[k]
	}
}

// unit takes the mean from every vector and scales it to length one.
func unit(v [][]float32) {
	mean := make([]float32, model.Dims)
	for _, x := range v {
		for k := range x {
			mean[k] += x[k] / float32(len(v))
		}
	}
	for _, x := range v {
		n := float32(0)
		for k := range x {
			x[k] -= mean[k]
			n += x[k] * x[k]
		}
		n = float32(math.Sqrt(float64(n))) + 1e-9
		for k := range x {
			x[k] /= n
		}
	}
}

// cluster puts words that are used alike into classes 1 to classes, by k-means.
func cluster(v [][]float32) []uint8 {
	centres := make([][]float32, classes)
	for i := range centres {
		centres[i] = slices.Clone(v[i*len(v)/classes])
	}
	of := make([]uint8, len(v))
	for range 25 {
		sums := make([][]float32, classes)
		for i := range sums {
			sums[i] = make([]float32, model.Dims)
		}
		for i, x := range v {
			best, most := 0, float32(-2)
			for c, y := range centres {
				z := float32(0)
				for k := range x {
					z += x[k] * y[k]
				}
				if z > most {
					best, most = c, z
				}
			}
			of[i] = uint8(best + 1)
			for k := range x {
				sums[best][k] += x[k]
			}
		}
		for c, s := range sums {
			n := float32(0)
			for _, x := range s {
				n += x * x
			}
			if n == 0 {
				continue
			}
			n = float32(math.Sqrt(float64(n)))
			for k := range s {
				centres[c][k] = s[k] / n
			}
		}
	}
	return of
}

// packWords writes what model.OpenWords reads.
func packWords(ids []uint32, of []uint8, v [][]float32) []byte {
	b := binary.LittleEndian.AppendUint32(nil, uint32(len(ids)))
	for _, id := range ids {
		b = binary.LittleEndian.AppendUint32(b, id)
	}
	b = append(b, of...)
	for _, x := range v {
		for _, y := range x {
			b = append(b, byte(int8(max(-127, min(127, math.Round(float64(y)*254))))))
		}
	}
	return b
}
