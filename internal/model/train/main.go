// Command train learns the scorer's weights.
//
//	train figures PUBLIC-TEXT-FOLDER FIGURES   figures of ordinary posts, no words
//	train weights CORPUS-FOLDER FIGURES OUT    the weights, and how they do
//
// The second needs only the repository, and gives the same bytes whenever the
// posts, the figures and the engine's earlier steps are the same: posts in
// order, a fixed number of passes, no randomness.
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
	case len(args) == 3 && args[0] == "figures":
		return writeFigures(e, args[1], args[2])
	case len(args) == 4 && args[0] == "weights":
		return writeWeights(e, args[1], args[2], args[3], os.Stdout)
	}
	return errors.New("usage: train figures PUBLIC-TEXT-FOLDER FIGURES | train weights CORPUS-FOLDER FIGURES OUT")
}
