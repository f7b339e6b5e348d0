package main

import (
	"bytes"
	"compress/gzip"
	"io"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"secondlook/internal/corpus"
	"secondlook/internal/engine"
	"secondlook/internal/model"
	"secondlook/internal/policy"
	"secondlook/internal/verdict"
)

func builtIn(t *testing.T) *engine.Engine {
	p, err := policy.Baseline()
	require.NoError(t, err)
	return engine.New(p)
}

// TestWeightsAreWhatTheRepositorySays: the weights that ship are those of the
// posts, the figures, the engine and the trainer beside them, by the digests
// that the trainer wrote.
func TestWeightsAreWhatTheRepositorySays(t *testing.T) {
	m, err := readMaterial(builtIn(t), "../../../testdata/corpus", ".")
	require.NoError(t, err)
	now, err := origin(m, ".", "../weights.bin")
	require.NoError(t, err)
	written, err := os.ReadFile(originName("../weights.bin"))
	require.NoError(t, err)
	require.Equal(t, string(written), now, "run make model")
}

// TestTrainingAgain gives the very bytes that ship; it takes minutes.
func TestTrainingAgain(t *testing.T) {
	if os.Getenv("SECONDLOOK_SOAK") == "" {
		t.Skip("in make soak, and by make model in make sure")
	}
	out := filepath.Join(t.TempDir(), "weights.bin")
	require.NoError(t, writeWeights(builtIn(t), "../../../testdata/corpus", ".", out, io.Discard))
	same(t, out, "../weights.bin")
	same(t, originName(out), originName("../weights.bin"))
}

// TestOriginTellsWhatChanged: a sample more or told otherwise, and other weights.
func TestOriginTellsWhatChanged(t *testing.T) {
	e := builtIn(t)
	one := sample{figures: e.Sample("My client relapsed on Friday.").Figures(), weight: 1, author: "a"}
	two := one
	two.level = verdict.Hold
	three := one
	three.weight = 2
	seen := map[string]bool{}
	for _, m := range []*material{{}, {train: []*sample{&one}}, {tune: []*sample{&one}}, {train: []*sample{&two}}, {train: []*sample{&three}}, {train: []*sample{&one, &one}}} {
		from, err := m.digest(".")
		require.NoError(t, err)
		require.False(t, seen[from])
		seen[from] = true
	}
	_, err := origin(&material{}, ".", filepath.Join(t.TempDir(), "none.bin"))
	require.ErrorContains(t, err, "none.bin")
}

func TestRelationsAreWhatTheRepositorySays(t *testing.T) {
	out := filepath.Join(t.TempDir(), "relations.bin")
	require.NoError(t, writeRelations("../../../testdata/corpus", ".", out))
	same(t, out, "../../referent/relations.bin")
}

// What ships of weights and word knowledge, in bytes.
func TestWeightsAreSmall(t *testing.T) {
	sum := int64(0)
	for _, name := range []string{"../weights.bin", "../words.bin", "../fields.bin", "../../referent/relations.bin"} {
		info, err := os.Stat(name)
		require.NoError(t, err)
		sum += info.Size()
	}
	require.LessOrEqual(t, sum, int64(3_000_000))
}

func TestPeopleComeBackAsTheyWent(t *testing.T) {
	all := passersBy("She rang my neighbour twice. The plumber came!")
	require.NotEmpty(t, all)
	name := filepath.Join(t.TempDir(), "people.bin.gz")
	require.NoError(t, writePeople(name, all))
	back, err := readPeople(name)
	require.NoError(t, err)
	require.Equal(t, all, back)
}

func TestFieldsAreWhatTheListsSay(t *testing.T) {
	out := filepath.Join(t.TempDir(), "fields.bin")
	require.NoError(t, writeFields("../fields", out))
	same(t, out, "../fields.bin")
	require.ErrorContains(t, writeFields(t.TempDir(), out), "0 lists of words")
}

func same(t *testing.T, made, shipped string) {
	got, err := os.ReadFile(made)
	require.NoError(t, err)
	want, err := os.ReadFile(shipped)
	require.NoError(t, err)
	require.True(t, bytes.Equal(want, got), "run make model")
}

func TestFiguresComeBackAsTheyWent(t *testing.T) {
	e := builtIn(t)
	post := &corpus.Post{
		ID: "x", Text: "My client, 34, relapsed in Dundee on Friday. My own mother is fine!", Labels: []string{"client-story"},
		Protected: true, Expected: corpus.Level{Level: verdict.Hold},
		Spans: []corpus.Span{{Text: "34", Type: "AGE"}, {Text: "Dundee", Type: "LOCATION"}},
		About: []corpus.About{{Text: "My client", Who: "served", Number: "one"}, {Text: "My own mother", Who: "kin", Number: "one"}},
	}
	sent := handSample(e, post)
	require.Contains(t, sent.tags, uint8(verdict.Age))
	require.Contains(t, sent.people, uint8(model.ServedOne))
	calm := sample{figures: e.Sample("nothing here 😀").Figures()}
	name := filepath.Join(t.TempDir(), "figures.bin.gz")
	require.NoError(t, writePacked(name, []sample{sent, calm}))
	back, err := readPacked(name, realPost, 1)
	require.NoError(t, err)
	require.Len(t, back, 2)
	require.Equal(t, sent.figures, back[0].figures)
	require.Equal(t, sent.tags, back[0].tags)
	require.Equal(t, sent.people, back[0].people)
	require.Equal(t, []any{sent.level, sent.labels, sent.labour}, []any{back[0].level, back[0].labels, back[0].labour})
	require.Nil(t, back[1].tags)
}

func TestFiguresThatAreCutOffAreRefused(t *testing.T) {
	f, err := os.Open(realFile)
	require.NoError(t, err)
	defer f.Close()
	z, err := gzip.NewReader(f)
	require.NoError(t, err)
	whole, err := io.ReadAll(z)
	require.NoError(t, err)
	var cut bytes.Buffer
	w := gzip.NewWriter(&cut)
	_, err = w.Write(whole[:len(whole)/2])
	require.NoError(t, err)
	require.NoError(t, w.Close())
	name := filepath.Join(t.TempDir(), "cut.bin.gz")
	require.NoError(t, os.WriteFile(name, cut.Bytes(), 0o600))
	_, err = readPacked(name, realPost, 1)
	require.ErrorContains(t, err, "cut.bin.gz")
}

// Both posts of a pair, and all of an author, are in one fold.
func TestFoldsKeepAuthorsTogether(t *testing.T) {
	var all []*sample
	for i := range 200 {
		all = append(all, &sample{author: string(rune('a' + i%20)), kind: byHand})
	}
	fold := foldsOf(all)
	sizes := map[int]int{}
	for i := range all {
		require.Equal(t, fold[i%20], fold[i])
		sizes[fold[i]]++
	}
	require.Len(t, sizes, folds)
	for _, n := range sizes {
		require.Equal(t, 200/folds, n)
	}
}

func TestTreesLearnWhatNoLineTells(t *testing.T) {
	var in []*[model.Inputs]int16
	var y []bool
	var weight []float64
	for i := range 400 {
		x := new([model.Inputs]int16)
		x[0], x[1] = int16(i%20), int16(i/20)
		in, y, weight = append(in, x), append(y, (x[0] > 9) != (x[1] > 9)), append(weight, 1)
	}
	trees := newGrower(in).grow(y, weight)
	wrong := 0
	for i := range in {
		if trees.Score(in[i]) > 0 != y[i] {
			wrong++
		}
	}
	require.Less(t, wrong, 20)
}
