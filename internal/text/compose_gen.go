//go:build ignore

// Compose_gen writes compose.bin: Unicode's decompositions, the order of its
// combining marks and what composes, as golang.org/x/text has them. Left out
// are Hangul syllables and letters of mathematics, which are reckoned, and the
// compatible forms of scripts that the engine does not read.
package main

import (
	"encoding/binary"
	"log"
	"os"
	"sort"
	"strings"

	"golang.org/x/text/unicode/norm"
)

func main() {
	var canon, compat, order, pairs []byte
	pool := ""
	record := func(out []byte, r rune, to string) []byte {
		at := strings.Index(pool, to)
		if at < 0 {
			at = len(pool)
			pool += to
		}
		return append(put24(out, r), byte(at), byte(at>>8), byte(len(to)))
	}
	type pair struct{ a, b, c rune }
	var composed []pair
	for r := rune(0xa0); r <= 0x10ffff; r++ {
		s := string(r)
		if r >= 0xd800 && r < 0xe000 || r >= 0xac00 && r <= 0xd7a3 || r >= 0xf900 && r <= 0xfaff || r >= 0x2f800 && r <= 0x2fa1f {
			continue // surrogates, Hangul, ideographs
		}
		d := norm.NFD.String(s)
		if d != s {
			canon = record(canon, r, d)
		}
		if k := norm.NFKD.String(s); k != d && read(r) {
			compat = record(compat, r, k)
		}
		if c := norm.NFD.PropertiesString(s).CCC(); c != 0 {
			if n := len(order); n > 0 && order[n-1] == c && rune(order[n-5])|rune(order[n-4])<<8|rune(order[n-3])<<16+rune(order[n-2]) == r-1 && order[n-2] < 255 {
				order[n-2]++
			} else {
				order = append(put24(order, r), 0, c)
			}
		}
		if runes := []rune(d); len(runes) > 1 && norm.NFC.String(d) == s {
			if a := []rune(norm.NFC.String(string(runes[:len(runes)-1]))); len(a) == 1 {
				composed = append(composed, pair{a[0], runes[len(runes)-1], r})
			}
		}
	}
	sort.Slice(composed, func(i, j int) bool {
		return composed[i].a < composed[j].a || composed[i].a == composed[j].a && composed[i].b < composed[j].b
	})
	for _, p := range composed {
		pairs = put24(put24(put24(pairs, p.a), p.b), p.c)
	}
	if len(pool) > 1<<16 {
		log.Fatal("compose.bin: the pool is too large")
	}
	out := []byte{}
	for _, t := range [...][]byte{canon, compat, order, pairs} {
		out = binary.LittleEndian.AppendUint16(out, uint16(len(t)))
	}
	for _, t := range [...][]byte{canon, compat, order, pairs, []byte(pool)} {
		out = append(out, t...)
	}
	log.Print(len(canon)/6, " ", len(compat)/6, " ", len(order)/5, " ", len(pairs)/9, " ", len(pool), " ", len(out))
	if err := os.WriteFile("compose.bin", out, 0o644); err != nil {
		log.Fatal(err)
	}
}

// read reports whether the compatible form of r is kept.
func read(r rune) bool {
	return r < 0x2e00 || r >= 0xfb00 && r <= 0xfb06 || r >= 0x1d6a4 && r <= 0x1d7cd || r >= 0x1f100 && r <= 0x1f190
}

func put24(b []byte, r rune) []byte { return append(b, byte(r), byte(r>>8), byte(r>>16)) }
