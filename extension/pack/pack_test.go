package main

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

const root = "../.."

func read(t *testing.T, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	require.NoError(t, err)
	return data
}

func TestSameFilesSameBytes(t *testing.T) {
	files := map[string]string{"b.js": "let b", "a/ñ.json": "{}", "a/run": "#!/bin/sh"}
	var zips [][]byte
	for i, order := range [][]string{{"b.js", "a/ñ.json", "a/run"}, {"a/run", "b.js", "a/ñ.json"}} {
		dir := t.TempDir()
		for _, name := range order {
			path := filepath.Join(dir, name)
			require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o755))
			require.NoError(t, os.WriteFile(path, []byte(files[name]), 0o600))
			if name == "a/run" {
				require.NoError(t, os.Chmod(path, 0o711))
			}
			when := time.Date(2001+i, 2, 3, 4, 5, 6, 0, time.UTC)
			require.NoError(t, os.Chtimes(path, when, when))
		}
		to := filepath.Join(t.TempDir(), "a.zip")
		require.NoError(t, pack(to, dir, "in", order))
		zips = append(zips, read(t, to))
	}
	require.Equal(t, zips[0], zips[1])
	z, err := zip.NewReader(bytes.NewReader(zips[0]), int64(len(zips[0])))
	require.NoError(t, err)
	var names []string
	for _, f := range z.File {
		names = append(names, f.Name)
		require.Empty(t, f.Extra, "a zone, an owner")
	}
	require.Equal(t, []string{"in/a/run", "in/a/ñ.json", "in/b.js"}, names)
	require.Equal(t, os.FileMode(0o755), z.File[0].Mode().Perm())
	require.Equal(t, os.FileMode(0o644), z.File[1].Mode().Perm())
}

func unpack(t *testing.T, from, to string) {
	t.Helper()
	z, err := zip.OpenReader(from)
	require.NoError(t, err)
	defer z.Close()
	for _, f := range z.File {
		path := filepath.Join(to, f.Name)
		require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o755))
		r, err := f.Open()
		require.NoError(t, err)
		data, err := io.ReadAll(r)
		require.NoError(t, err)
		require.NoError(t, os.WriteFile(path, data, f.Mode().Perm()))
	}
}

// TestSourceRebuildsTheEngine: who unpacks the source and runs the command of the
// Prove it page gets the engine of this tree, bit for bit; and the source they
// would pack is the source they got.
func TestSourceRebuildsTheEngine(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the engine")
	}
	names, err := sources(root)
	require.NoError(t, err)
	source := filepath.Join(t.TempDir(), "source.zip")
	require.NoError(t, pack(source, root, "second-look", names))

	dir := t.TempDir()
	unpack(t, source, dir)
	there := filepath.Join(dir, "second-look")
	again, err := sources(there)
	require.NoError(t, err)
	second := filepath.Join(t.TempDir(), "second.zip")
	require.NoError(t, pack(second, there, "second-look", again))
	require.Equal(t, sha256.Sum256(read(t, source)), sha256.Sum256(read(t, second)), "packed again")

	ours := filepath.Join(t.TempDir(), "engine.wasm")
	runMake(t, root, "engine-only", "OUT="+ours)
	runMake(t, there, "wasm")
	require.Equal(t, sha256.Sum256(read(t, ours)), sha256.Sum256(read(t, filepath.Join(there, "bin/engine.wasm"))))
}

func runMake(t *testing.T, dir string, args ...string) {
	t.Helper()
	cmd := exec.Command("make", args...)
	cmd.Dir = dir
	out, err := cmd.CombinedOutput()
	require.NoError(t, err, string(out))
}

// TestNothingMadeIsPacked holds that what a build makes and what git ignores is
// the same, so that a source without git packs the same files.
func TestNothingMadeIsPacked(t *testing.T) {
	names, err := sources(root)
	require.NoError(t, err)
	require.Greater(t, len(names), 500)
	for _, name := range names {
		for at := range len(name) {
			if name[at] == '/' {
				require.False(t, made(name[:at]), name)
			}
		}
		require.False(t, made(name), name)
		require.False(t, strings.HasPrefix(name, ".git/"), name)
	}
}
