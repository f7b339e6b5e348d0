package model

import (
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"secondlook/internal/hashed"
	"secondlook/internal/text"
)

func figures(draft string) *Figures {
	doc := text.Read(draft)
	in := Input{Doc: doc, Stand: make([]string, len(doc.Tokens)), Who: make([]uint8, len(doc.Tokens)), Cues: make([]uint32, len(doc.Sentences))}
	return in.Figures()
}

func TestTheEmbeddedScorerOpens(t *testing.T) {
	w, err := OpenWords(words)
	require.NoError(t, err)
	s, err := Open(w, trained)
	require.NoError(t, err)
	require.NotZero(t, s.Linear.unit)
	require.NotZero(t, s.Tagger.unit)
	require.NotEmpty(t, s.Trees[Alert].Of)
	require.NotEmpty(t, OurFields().ids)
	require.Greater(t, w.find(WordID("patient")), 0)
}

func TestOpenRefusesAnotherSize(t *testing.T) {
	_, err := Open(&Words{}, trained[:len(trained)-1])
	require.ErrorContains(t, err, "another size")
	_, err = Open(&Words{}, append(append([]byte{}, trained...), 0))
	require.ErrorContains(t, err, "another size")
	_, err = Open(&Words{}, nil)
	require.Error(t, err)
	_, err = OpenWords(words[:len(words)-1])
	require.ErrorContains(t, err, "another size")
	_, err = OpenWords(nil)
	require.Error(t, err)
	_, err = OpenFields(fieldBytes[:len(fieldBytes)-1])
	require.ErrorContains(t, err, "another size")
}

// A broken file may open, but never reads outside itself.
func TestAnyBytesAreSafe(t *testing.T) {
	f := figures("She said no. He was six! My manager, again.")
	rapid.Check(t, func(t *rapid.T) {
		blob := append([]byte{}, trained...)
		for range 20 {
			blob[rapid.IntRange(0, len(blob)-1).Draw(t, "at")] = rapid.Byte().Draw(t, "byte")
		}
		if s, err := Open(Trained().Words, blob); err == nil {
			s.Read(f)
		}
	})
}

func TestNothingIsReadFromNothing(t *testing.T) {
	r := Trained().Read(figures(""))
	require.Empty(t, r.Told)
	require.Less(t, r.Scores[Alert], Trained().At[Alert])
	r = (&Scorer{Words: &Words{}, Linear: &Linear{}, Tagger: &Tagger{}}).Read(figures("My client, 34."))
	require.Zero(t, r.Scores[Alert])
}

// One risky clause is heard in a long post.
func TestTheWindowThatWeighsMostIsFound(t *testing.T) {
	calm := "The weather was lovely and we went for a walk by the sea. "
	f := figures(calm + calm + calm + "My client relapsed again last night. " + calm + calm)
	r := Trained().Linear.Read(Trained().Words, f)
	require.Equal(t, 3, r.Best.Peak)
	require.GreaterOrEqual(t, r.Best.Scores[Alert], r.Draft.Scores[Alert])
}

func TestAFeatureIsReadOnlyFromItsOwnSlot(t *testing.T) {
	own, other := feature('w', 1, 2), Feature(0)
	_, sign := hashed.Slot(own, 8)
	for n := uint32(3); ; n++ {
		other = feature('w', n, 2)
		at, s := hashed.Slot(other, 8)
		if mine, _ := hashed.Slot(own, 8); at == mine && s != sign {
			break
		}
	}
	table := hashed.Table{Signs: make([]byte, 8), Rows: make([]byte, 16), Width: 2}
	at, _ := hashed.Slot(own, 8)
	table.Signs[at] = sign
	require.Len(t, table.Row(own), 2)
	require.Nil(t, table.Row(other))
}

func TestLanesAddLikeBytes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rows := rapid.SliceOfN(rapid.Byte(), TagWidth*3, TagWidth*3).Draw(t, "rows")
		packed := packLanes(rows)
		n := rapid.IntRange(0, mostRows).Draw(t, "n")
		var l lanes
		var want [TagWidth]int32
		for i := range n {
			l.add(&packed[i%3])
			for k := range want {
				want[k] += int32(int8(rows[i%3*TagWidth+k]))
			}
		}
		for k := range want {
			require.Equal(t, want[k], l.sum(k))
		}
	})
}

func TestFieldsKnowPhrases(t *testing.T) {
	f := figures("We did a home visit on Tuesday")
	marked := 0
	for i := range f.Tokens {
		if f.Tokens[i].Fields != 0 {
			marked++
		}
	}
	require.GreaterOrEqual(t, marked, 2)
}

func TestTreesAskEveryQuestion(t *testing.T) {
	tree := Tree{Input: [Depth]uint8{0, 1, 2, 3, 4}}
	for i := range tree.Leaves {
		tree.Leaves[i] = int16(i)
	}
	trees := Trees{Base: 100, Of: []Tree{tree, tree}}
	in := new([Inputs]int16)
	require.EqualValues(t, 100, trees.Score(in))
	in[0], in[3] = 1, 1
	require.EqualValues(t, 100+2*9, trees.Score(in))
}

func TestIsqrt(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.Uint32().Draw(t, "n")
		r := uint64(isqrt(n))
		require.LessOrEqual(t, r*r, uint64(n))
		require.Greater(t, (r+1)*(r+1), uint64(n))
	})
}
