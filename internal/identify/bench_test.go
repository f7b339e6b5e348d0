package identify

import (
	"strings"
	"testing"

	"secondlook/internal/text"
)

// post is a draft of about 280 characters with a usual share of details.
const post = "Rough night on ward 7. Brought in a 4yo from Osterville with a broken hip, mom was high and the dad works at the mill, " +
	"he kept asking me for my number. We called the social worker at 3am and she came on Tuesday with the paperwork, " +
	"honestly so proud of this team for how they held it together."

func BenchmarkFind280(b *testing.B)   { benchmarkFind(b, post) }
func BenchmarkFind10000(b *testing.B) { benchmarkFind(b, strings.Repeat(post+"\n", 36)) }

func benchmarkFind(b *testing.B, draft string) {
	doc := text.Read(draft)
	b.SetBytes(int64(len(draft)))
	b.ReportAllocs()
	for b.Loop() {
		Find(doc)
	}
}

func BenchmarkBuildLexicon(b *testing.B) {
	for b.Loop() {
		build(diagnosisWords, peopleWords, familyWords, timeWords, placeWords, facilityWords, occupationWords, eventWords, recordWords, besideNames)
	}
}
