package main

import (
	"encoding/hex"
	"os"
	"testing"

	"github.com/stretchr/testify/require"
)

// Modules with an engine's exports, written out by the binary format of the
// WebAssembly core specification 1.0: types, functions, memory, exports, code.
// abi_version and the body of check are what differs.
const (
	shapeOfEngine = "0061736d01000000" +
		"0113046000006000017f60017f017f60027f7f017e" +
		"0306050001020303" + "0503010001" +
		"073d06" + "0b5f696e697469616c697a650000" + "0b6162695f76657273696f6e0001" +
		"05616c6c6f630002" + "05636865636b0003" + "046c6f61640004" + "066d656d6f72790200"
	versionOne  = "0400" + "4101" + "0b"
	versionNine = "0400" + "4109" + "0b"
	start       = "0200" + "0b"
	alloc       = "0400" + "4108" + "0b"
	load        = "0400" + "4200" + "0b"
	checkTraps  = "0300" + "00" + "0b"
	checkHangs  = "0800" + "03400c000b00" + "0b"
)

// engines returns files that are not quite an engine.
func engines(t *testing.T) map[string][]byte {
	t.Helper()
	whole, err := os.ReadFile("../bin/engine.wasm")
	require.NoError(t, err, "run make wasm first")
	module := func(version, check string) []byte {
		code := "05" + start + version + alloc + check + load
		b, err := hex.DecodeString(shapeOfEngine + "0a" + hex.EncodeToString([]byte{byte(len(code) / 2)}) + code)
		require.NoError(t, err)
		return b
	}
	return map[string][]byte{
		"truncated.wasm": whole[:len(whole)/2],
		"foreign.wasm":   {0, 'a', 's', 'm', 1, 0, 0, 0},
		"newer.wasm":     module(versionNine, checkTraps),
		"traps.wasm":     module(versionOne, checkTraps),
		"hangs.wasm":     module(versionOne, checkHangs),
		"latin1.txt":     []byte("a caf\xe9 in town\n"),
		"latin1.jsonl":   []byte("{\"id\":1,\"text\":\"caf\xe9\"}\n{\"id\":2,\"text\":\"ok\"}\n"),
		"nul.txt":        []byte("a\x00b\x1b[31mred"),
		"crlf.jsonl":     []byte("{\"id\":1,\"text\":\"a\"}\r\n\r\n{\"id\":2,\"text\":\"b\"}"),
	}
}
