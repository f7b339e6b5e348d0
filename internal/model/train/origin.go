package main

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"hash"
	"math"
	"os"
	"path/filepath"
	"strings"
)

// origin is what is written beside weights: their digest, and that of all they
// were learnt from. By it a test tells within seconds whether they are still
// those of the repository; training again takes minutes.
func origin(m *material, figures, weights string) (string, error) {
	of, err := os.ReadFile(weights)
	if err != nil {
		return "", err
	}
	from, err := m.digest(figures)
	if err != nil {
		return "", err
	}
	sum := sha256.Sum256(of)
	return "weights " + hex.EncodeToString(sum[:]) + "\nfrom " + from + "\n", nil
}

func originName(weights string) string { return strings.TrimSuffix(weights, ".bin") + ".from" }

// digest is of the samples in their order, the words' meanings, and the programs
// that learn and that read what was learnt.
func (m *material) digest(figures string) (string, error) {
	h := sha256.New()
	for _, all := range [][]*sample{m.train, m.tune} {
		plain := make([]sample, len(all))
		for i, s := range all {
			plain[i] = *s
			put(h, []byte(s.author), []byte{byte(s.kind)}, binary.BigEndian.AppendUint64(nil, math.Float64bits(s.weight)))
		}
		put(h, pack(plain))
	}
	for _, pattern := range []string{"*.go", "../*.go", "../words.bin"} {
		names, err := filepath.Glob(filepath.Join(figures, pattern))
		if err != nil {
			return "", err
		}
		for _, name := range names {
			if strings.HasSuffix(name, "_test.go") {
				continue
			}
			b, err := os.ReadFile(name)
			if err != nil {
				return "", err
			}
			put(h, []byte(filepath.Base(name)), b)
		}
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}

// put adds parts to h, each with its length.
func put(h hash.Hash, parts ...[]byte) {
	for _, p := range parts {
		h.Write(binary.BigEndian.AppendUint64(nil, uint64(len(p))))
		h.Write(p)
	}
}
