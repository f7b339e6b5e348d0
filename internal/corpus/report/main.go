// Command report measures the engine on labelled and on ordinary posts, beside
// two baselines, and writes the figures as Markdown. Ids and numbers leave it,
// never a word of a draft, and no clock: the same posts, labels and weights
// give the same bytes.
//
//	report [CORPUS-FOLDER PUBLIC-TEXT-FOLDER COMPARISON OUT]
//
// Without arguments they are those of the checkout it is run in.
// The public text is no part of the repository; where it is not there, what
// needs it is said to be missing. COMPARISON is the trainer's own account of
// its designs, taken over as it is.
package main

import (
	"errors"
	"fmt"
	"os"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "report:", err)
		os.Exit(1)
	}
}

// checkout are the arguments from the top of the repository.
var checkout = []string{"testdata/corpus", "../shared/data", "internal/model/train/COMPARE.md", "testdata/corpus/REPORT.md"}

func run(args []string) error {
	if len(args) == 0 {
		args = checkout
	}
	if len(args) != len(checkout) {
		return errors.New("usage: report [CORPUS-FOLDER PUBLIC-TEXT-FOLDER COMPARISON OUT]")
	}
	m, err := readMaterial(args[0], args[1])
	if err != nil {
		return err
	}
	r, err := newReport(m)
	if err != nil {
		return err
	}
	r.summary()
	r.counts()
	r.levels()
	if err := r.ordinary(); err != nil {
		return err
	}
	r.curve()
	r.calibration()
	r.categories()
	r.spans()
	r.counting()
	r.confusion()
	r.spoken()
	if err := r.agreement(); err != nil {
		return err
	}
	if err := r.designs(args[2]); err != nil {
		return err
	}
	return os.WriteFile(args[3], []byte(r.page.String()), 0o644)
}
