package main

import (
	"math"
	"os"
	"path/filepath"

	"secondlook/internal/corpus"
	"secondlook/internal/hashed"
	"secondlook/internal/identify"
	"secondlook/internal/referent"
	"secondlook/internal/text"
)

// personExample is somebody spoken of in a labelled post, and who it is.
type personExample struct {
	features []hashed.Feature
	who      referent.Who
}

// How the relations are fitted; chosen by the authors left out.
const (
	relationPasses = 8
	relationRate   = 0.08
	relationShrink = 5e-2
)

// writeRelations learns who is spoken of from the train posts, and that in
// ordinary posts it is nobody served.
func writeRelations(folder, figures, out string) error {
	posts, err := readPosts(folder)
	if err != nil {
		return err
	}
	people, err := readPeople(filepath.Join(figures, peopleFile))
	if err != nil {
		return err
	}
	return os.WriteFile(out, fitRelations(append(peopleIn(of(posts, "train")), people...)), 0o644)
}

func peopleIn(posts []corpus.Post) (all []personExample) {
	for i := range posts {
		all = append(all, peopleOf(&posts[i])...)
	}
	return all
}

// peopleOf pairs what the words alone find with the labels: a person is the one
// whose label shares the most of a place with it.
func peopleOf(p *corpus.Post) (all []personExample) {
	doc := text.Read(p.Text)
	for _, s := range referent.Study(doc, identify.Find(doc), referent.Hint{}) {
		who, most := referent.Unknown, 0
		for _, a := range p.About {
			for _, at := range corpus.Places(p.Text, a.Text) {
				for _, ref := range s.Refs {
					if n := min(at.End, ref.End) - max(at.Start, ref.Start); n > most {
						who, most = relationOf[a.Who], n
					}
				}
			}
		}
		if most > 0 {
			all = append(all, personExample{s.Features, who})
		}
	}
	return all
}

var relationOf = map[string]referent.Who{
	"served": referent.Served, "kin": referent.Kin, "colleague": referent.Colleague, "self": referent.Self, "public": referent.Public,
}

// fitRelations is softmax regression by AdaGrad.
func fitRelations(examples []personExample) []byte {
	met := counter{counts: map[hashed.Feature]int{}}
	for _, x := range examples {
		met.add(x.features)
	}
	slots := ownersOf(referent.RelationSlots, met.order, met.counts)
	of := make([][referent.RelationWidth]float32, referent.RelationSlots)
	g := make([][referent.RelationWidth]float32, referent.RelationSlots)
	known := make([][]int32, len(examples))
	for i, x := range examples {
		known[i] = slots.known(x.features, nil)
	}
	stride := 7919
	for len(examples) > 0 && len(examples)%stride == 0 {
		stride++
	}
	var z, d [referent.RelationWidth]float32
	for pass := range relationPasses {
		for k := range examples {
			n := (k*stride + pass) % len(examples)
			clear(z[:])
			for _, x := range known[n] {
				for j := range z {
					z[j] += of[x][j]
				}
			}
			softmax(z[:], d[:], int(examples[n].who))
			for _, x := range known[n] {
				row, sum := &of[x], &g[x]
				for j, dj := range d {
					grad := dj + relationShrink*row[j]
					sum[j] += grad * grad
					row[j] -= relationRate * grad / (1e-3 + float32(math.Sqrt(float64(sum[j]))))
				}
			}
		}
	}
	flat := make([]float64, 0, len(of)*referent.RelationWidth)
	for i := range of {
		for _, x := range of[i] {
			flat = append(flat, float64(x))
		}
	}
	return quantise(slots.signs(), flat)
}
