package main

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"secondlook/internal/engine"
	"secondlook/internal/policy"
)

// TestWeightsAreWhatTheRepositorySays trains again: the weights that ship are
// those of the posts, the figures and the engine beside them.
func TestWeightsAreWhatTheRepositorySays(t *testing.T) {
	p, err := policy.Baseline()
	require.NoError(t, err)
	out := filepath.Join(t.TempDir(), "weights.bin")
	require.NoError(t, writeWeights(engine.New(p), "../../../testdata/corpus", "ordinary.bin.gz", out, io.Discard))
	got, err := os.ReadFile(out)
	require.NoError(t, err)
	want, err := os.ReadFile("../weights.bin")
	require.NoError(t, err)
	require.True(t, bytes.Equal(want, got), "run make model")
}

func TestFiguresComeBackAsTheyWent(t *testing.T) {
	all, err := readFigures("ordinary.bin.gz")
	require.NoError(t, err)
	require.Greater(t, len(all), 5000)
	name := filepath.Join(t.TempDir(), "cut.bin.gz")
	blob, err := os.ReadFile("ordinary.bin.gz")
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(name, blob[:len(blob)/2], 0o600))
	_, err = readFigures(name)
	require.Error(t, err)
}
