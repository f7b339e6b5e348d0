package main

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"secondlook/internal/policy"
	"secondlook/internal/publish"
	"secondlook/internal/verdict"
)

// packed are bundles for the scripts that sign them, by the name of their file:
// the starter of two agencies, and each with one rule quieter.
func packed(t *testing.T) map[string][]byte {
	out := map[string][]byte{}
	for _, name := range []string{"Maple", "Oak"} {
		dir := filepath.Join(t.TempDir(), name)
		require.NoError(t, publish.WriteStarter(dir, name, time.Now()))
		source, err := publish.ReadAgency(os.DirFS(dir))
		require.NoError(t, err)
		b := source.Bundle
		out[b.Agency+".rules"] = policy.EncodeBundle(b)
		for i := range b.Rules {
			if b.Rules[i].ID == "numbers.case" {
				b.Rules[i].Level = verdict.Caution
			}
		}
		out[b.Agency+"-quieter.rules"] = policy.EncodeBundle(b)
	}
	return out
}
