package main

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/imports/wasi_snapshot_preview1"
)

// build makes engine.wasm from the tree at root, with the flags of the
// Makefile, into a folder of the test's own.
func build(t *testing.T, root string) []byte {
	t.Helper()
	out := filepath.Join(t.TempDir(), "engine.wasm")
	cmd := exec.Command("make", "-s", "-C", root, "engine-only", "OUT="+out)
	said, err := cmd.CombinedOutput()
	require.NoError(t, err, string(said))
	b, err := os.ReadFile(out)
	require.NoError(t, err)
	return b
}

func TestEngineFile(t *testing.T) {
	wasm := build(t, "..")
	t.Run("size", func(t *testing.T) { checkSize(t, wasm) })
	t.Run("imports", func(t *testing.T) { checkImports(t, wasm) })
	t.Run("verify", func(t *testing.T) { checkVerify(t, wasm) })
	t.Run("no path of this machine", func(t *testing.T) {
		root, err := filepath.Abs("..")
		require.NoError(t, err)
		require.False(t, bytes.Contains(wasm, []byte(root)))
		home, err := os.UserHomeDir()
		require.NoError(t, err)
		require.False(t, bytes.Contains(wasm, []byte(home+"/")))
	})
}

func checkSize(t *testing.T, wasm []byte) {
	type bound struct{ Raw, Gzip int }
	var limits struct {
		Weights       bool
		Without, With bound
	}
	b, err := os.ReadFile("limits.json")
	require.NoError(t, err)
	require.NoError(t, json.Unmarshal(b, &limits))
	limit := limits.Without
	if limits.Weights {
		limit = limits.With
	}
	var packed bytes.Buffer
	w, err := gzip.NewWriterLevel(&packed, gzip.BestCompression)
	require.NoError(t, err)
	_, err = w.Write(wasm)
	require.NoError(t, err)
	require.NoError(t, w.Close())
	t.Logf("raw %d of %d bytes, gzip %d of %d", len(wasm), limit.Raw, packed.Len(), limit.Gzip)
	require.LessOrEqual(t, len(wasm), limit.Raw)
	require.LessOrEqual(t, packed.Len(), limit.Gzip)
}

// checkImports holds the engine's imports to imports.txt, by the letter, and
// the browser's stubs to the same list.
func checkImports(t *testing.T, wasm []byte) {
	ctx := t.Context()
	runtime := wazero.NewRuntimeWithConfig(ctx, wazero.NewRuntimeConfigInterpreter())
	defer runtime.Close(ctx)
	module, err := runtime.CompileModule(ctx, wasm)
	require.NoError(t, err)
	var got []string
	for _, f := range module.ImportedFunctions() {
		from, name, _ := f.Import()
		got = append(got, from+"."+name)
	}
	slices.Sort(got)
	got = slices.Compact(got) // two packages of Go may import the same function
	require.Empty(t, module.ImportedMemories())
	b, err := os.ReadFile("imports.txt")
	require.NoError(t, err)
	require.Equal(t, strings.Fields(string(b)), got)
	stubs, err := os.ReadFile("../extension/src/engine-wasi.ts")
	require.NoError(t, err)
	for _, name := range got {
		name = strings.TrimPrefix(name, "wasi_snapshot_preview1.")
		require.Regexp(t, `(?m)^    `+name+`:`, string(stubs), "the browser has no stub")
	}
}

// checkVerify asks engine.wasm what the tests of port ask the host's own
// code: the answers are the same bytes.
func checkVerify(t *testing.T, wasm []byte) {
	ctx := t.Context()
	runtime := wazero.NewRuntime(ctx)
	defer runtime.Close(ctx)
	_, err := wasi_snapshot_preview1.Instantiate(ctx, runtime)
	require.NoError(t, err)
	module, err := runtime.InstantiateWithConfig(ctx, wasm, wazero.NewModuleConfig().WithStartFunctions("_initialize"))
	require.NoError(t, err)
	call := func(request string) string {
		at, err := module.ExportedFunction("alloc").Call(ctx, uint64(len(request)))
		require.NoError(t, err)
		require.True(t, module.Memory().WriteString(uint32(at[0]), request))
		packed, err := module.ExportedFunction("verify").Call(ctx, at[0], uint64(len(request)))
		require.NoError(t, err)
		answer, ok := module.Memory().Read(uint32(packed[0]>>32), uint32(packed[0]))
		require.True(t, ok)
		return string(answer)
	}
	file, fingerprint := published(t)
	good := `{"now":300,"pins":{"agency":"maple","root":"` + fingerprint + `"}}` + "\n" + string(file)
	require.Contains(t, call(good), `{"ok":true,`)
	for _, request := range []string{good, good[:len(good)-1], strings.Replace(good, "need 1", "need 2", 1), strings.Replace(good, "300", "99999999", 1), "x"} {
		require.Equal(t, ask(newPort(), request), call(request))
	}
	elsewhere, err := module.ExportedFunction("verify").Call(ctx, 8, 1)
	require.NoError(t, err)
	answer, ok := module.Memory().Read(uint32(elsewhere[0]>>32), uint32(elsewhere[0]))
	require.True(t, ok)
	require.Equal(t, `{"ok":false,"reason":"memory","part":"request"}`, string(answer), "not the buffer of alloc")
}

// TestReproducible builds from two copies of the tree in other folders. The
// sources and the flags are all that may matter.
func TestReproducible(t *testing.T) {
	if os.Getenv("SECONDLOOK_SOAK") == "" {
		t.Skip("two full builds: in make soak; here TestEngineFile looks for paths in the file")
	}
	require.True(t, bytes.Equal(build(t, copyTree(t)), build(t, copyTree(t))))
}

// copyTree copies what the engine is built from into a fresh folder.
func copyTree(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for _, name := range []string{"go.mod", "go.sum", "Makefile"} {
		b, err := os.ReadFile(filepath.Join("..", name))
		require.NoError(t, err)
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), b, 0o644))
	}
	for _, name := range []string{"wasm", "internal"} {
		require.NoError(t, os.CopyFS(filepath.Join(dir, name), os.DirFS(filepath.Join("..", name))))
	}
	return dir
}
