package sandbox

import (
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"secondlook/internal/engine"
)

// benchRequests are drafts of 280 and of 10,000 characters.
func benchRequests() [][]byte {
	text := strings.Repeat("Home visit with the twins and their grandma in Maple Heights this morning, "+
		"the smallest one would not let go of my hand. So proud of my team, what a week it has been for us all. ", 60)
	var all [][]byte
	for _, n := range []int{280, 10_000} {
		all = append(all, engine.AppendRequest(nil, text[:n], engine.Context{Edit: -1}))
	}
	return all
}

// median returns the median of one call, in ms, over about half a second.
func median(f func()) float64 {
	for range 50 {
		f()
	}
	var took []float64
	for end := time.Now().Add(500 * time.Millisecond); time.Now().Before(end); {
		from := time.Now()
		f()
		took = append(took, float64(time.Since(from).Nanoseconds())/1e6)
	}
	slices.Sort(took)
	return took[len(took)/2]
}

// TestBenchTable prints the table of `make bench`.
func TestBenchTable(t *testing.T) {
	if os.Getenv("SECONDLOOK_BENCH") == "" {
		t.Skip("make bench runs it")
	}
	all := benchRequests()
	from := time.Now()
	here := native(t)
	here(all[0])
	loadNative := ms(time.Since(from))
	from = time.Now()
	box := open(t)
	_, err := box.Check(t.Context(), all[0])
	require.NoError(t, err)
	loadBox := ms(time.Since(from))
	var v8 struct {
		Load        float64
		Checks      []float64
		Memory, RSS int
	}
	require.NoError(t, json.Unmarshal(node(t, "bench", all), &v8))
	fmt.Println("| median, ms        |   native |   wazero |  node V8 | ratios        |")
	fmt.Println("|-------------------|---------:|---------:|---------:|---------------|")
	row := func(what string, a, b, c float64) {
		fmt.Printf("| %-17s | %8.3f | %8.3f | %8.3f | 1 : %.1f : %.1f |\n", what, a, b, c, b/a, c/a)
	}
	for i, what := range []string{"280 characters", "10,000 characters"} {
		a := median(func() { here(all[i]) })
		b := median(func() {
			if _, err := box.Check(t.Context(), all[i]); err != nil {
				t.Error(err)
			}
		})
		row(what, a, b, v8.Checks[i])
	}
	row("load, first check", loadNative, loadBox, v8.Load)
	for range 10_000 {
		_, err := box.Check(t.Context(), all[0])
		require.NoError(t, err)
	}
	fmt.Printf("| after 10,000 checks: linear memory wazero %.1f MB, node %.1f MB (node's RSS %.0f MB) |\n",
		float64(box.Memory())/1e6, float64(v8.Memory)/1e6, float64(v8.RSS)/1e6)
}

func ms(d time.Duration) float64 { return float64(d.Nanoseconds()) / 1e6 }
