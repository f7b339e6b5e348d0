// Command train learns the scorer's weights.
//
//	train fields  FOLDER OUT   compiles the lists of words
//	train words   PUBLIC-TEXT-FOLDER OUT   what words mean, from public text
//	train figures PUBLIC-TEXT-FOLDER REAL-LABELS OUT-FOLDER   figures of ordinary posts and of labelled real ones, no words
//	train people CORPUS-FOLDER FIGURES-FOLDER OUT   who is spoken of
//	train weights CORPUS-FOLDER FIGURES-FOLDER OUT   the weights, what they are from beside them, and how they do
//	train compare CORPUS-FOLDER FIGURES-FOLDER   holds the designs against each other: COMPARE.md
//
// The last three need only the repository, and give the same bytes whenever the
// posts, the figures and the engine's earlier steps are the same: posts in
// order, a fixed number of passes, no randomness but a fixed seed.
package main

import (
	"errors"
	"fmt"
	"os"

	"secondlook/internal/engine"
	"secondlook/internal/policy"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	p, err := policy.Baseline()
	if err != nil {
		return err
	}
	e := engine.New(p)
	switch {
	case len(args) == 3 && args[0] == "fields":
		return writeFields(args[1], args[2])
	case len(args) == 3 && args[0] == "words":
		return writeWords(args[1], args[2])
	case len(args) == 4 && args[0] == "people":
		return writeRelations(args[1], args[2], args[3])
	case len(args) == 4 && args[0] == "figures":
		return writeFigures(e, args[1], args[2], args[3])
	case len(args) == 4 && args[0] == "weights":
		return writeWeights(e, args[1], args[2], args[3], os.Stdout)
	}
	if len(args) == 3 && args[0] == "compare" {
		m, err := readMaterial(e, args[1], args[2])
		if err != nil {
			return err
		}
		return compare(m, args[2])
	}
	return errors.New("usage: train fields FOLDER OUT | train words PUBLIC-TEXT-FOLDER OUT | train figures PUBLIC-TEXT-FOLDER REAL-LABELS OUT-FOLDER | train people CORPUS-FOLDER FIGURES-FOLDER OUT | train weights CORPUS-FOLDER FIGURES-FOLDER OUT | train compare CORPUS-FOLDER FIGURES-FOLDER")
}
