package identify

import (
	"strconv"
	"strings"

	"secondlook/internal/text"
	"secondlook/internal/verdict"
)

// ages finds ages told by a number, a grade, a birthday or a band.
func (r *reader) ages() {
	for i := 0; i < len(r.tok); i++ {
		if r.wake[i]&ageWake == 0 {
			continue
		}
		end := r.ageAt(i)
		if end > i {
			i = end - 1
			continue
		}
		r.band(i)
	}
}

// ageAt reports the age that begins at token i and returns the token after it.
func (r *reader) ageAt(i int) int {
	if end := r.grade(i); end > i {
		return end
	}
	if end := r.decade(i); end > i {
		return end
	}
	if end := r.birthday(i); end > i {
		return end
	}
	n, at, ok := r.number(i)
	if !ok || n > 125 || r.isPrice(i) || r.flag(i, text.Glued) && !r.is(i-1, "( / - \" 's") {
		return i
	}
	if end, months := r.yearsOld(at, n); end > at {
		return r.age(i, end, n, months, 950)
	}
	if end := r.sexed(i, at, n); end > at {
		return end
	}
	if sure := r.bareAge(i, at, n); sure > 0 {
		return r.age(i, at, n, false, sure)
	}
	return i
}

// age reports tokens [first,last) as an age of n years, or of months or less.
func (r *reader) age(first, last, n int, months bool, sure int) int {
	value := strconv.Itoa(n)
	if months {
		value = "0"
	}
	if n < 3 || n > 89 {
		sure = max(sure, 900) // tells more: of few people is it true
	}
	r.emit(first, last, verdict.Age, verdict.PartAge, value, sure)
	return last
}

// yearsOld reads what makes a number an age after it: "yo", "y/o", "years
// old", "-year-old", "years of age", "weeks old", "yof". It returns at where
// nothing does; months says that the number counts months, weeks or days.
func (r *reader) yearsOld(at, n int) (end int, months bool) {
	old := func(i int) bool { return r.is(i, "old olds") || r.is(i, "of") && r.is(i+1, "age") }
	from := at
	if r.is(at, "- / –") {
		at++
	}
	switch {
	case r.is(at, "yo y/o yof yom yos yrold yearold"):
		end = at + 1
	case r.is(at, "y") && r.is(at+1, "/ .") && r.is(at+2, "o"):
		end = at + 3
	case r.is(at, "y") && r.is(at+1, "o"):
		end = at + 2
	case r.alone(at, yearUnitClass) && old(at+1):
		end = at + 2
		if r.is(at+1, "of") {
			end++
		}
	case r.alone(at, monthUnitClass) && r.is(at+1, "old olds") && n < 100:
		return at + 2, true
	case r.is(at, "and") && r.is(at+1, "a") && r.is(at+2, "half") && (r.is(at+3, "year years") && r.is(at+4, "old")):
		end = at + 5
	default:
		return from, false
	}
	if r.is(end, "old olds") {
		end++
	}
	return end, false
}

// sexed reports "16F", "34 M", "28/F" as an age and a sex.
func (r *reader) sexed(i, at, n int) int {
	sex := at
	if r.is(sex, "/") {
		sex++
	}
	if n < 1 || n > 99 || r.is(i-1, "- to for over about worth") || !r.is(sex, "f m") || !r.flag(sex, text.Capital) || r.flag(sex, text.Hyphen) || !(r.ends(sex+1) || r.kind(sex+1, text.Word)) {
		return at
	}
	if sex == at && !r.flag(sex, text.Glued) && r.is(i-1, "at bed ward room unit") {
		return at
	}
	r.age(i, at, n, false, 850)
	r.emit(sex, sex+1, verdict.Demographic, verdict.PartSex, sexOf(r.tok[sex].Word), 850)
	return sex + 1
}

func sexOf(letter string) string {
	if letter == "f" {
		return "woman"
	}
	return "man"
}

// bareAge says how sure a number without a unit, tokens [i,at), is an age from
// the words about it; 0 for not.
func (r *reader) bareAge(i, at, n int) int {
	if r.kind(i, text.Number) && !plainDigits(r.tok[i].Plain) || n == 0 {
		return 0
	}
	before, end := i-1, r.ends(at)
	if r.is(before, "just only about around almost nearly barely") {
		before--
	}
	unit := r.alone(at, unitClass) || r.alone(at, clockWordClass) || r.is(at, "% / - percent")
	switch {
	case unit && !r.is(at, "k"):
		return 0
	case r.is(before, "age aged") && !r.is(before-1, "of") || r.is(before, "age") && r.is(before-1, "of"):
		return 930
	case r.is(before, "ages"):
		return 800
	case r.is(before, "turn turns turned turning") && (end || !r.kind(at, text.Word) || r.seasonal(at) || r.follows(at)):
		return 900
	case r.seasonal(at) && n >= 3 && n != 12:
		return 780
	case r.is(i-1, "(") && r.is(at, ")") && n >= 2 && r.kind(i-2, text.Word) && !r.alone(i-2, numberedRoomClass):
		if r.someone(i - 2) {
			return 750
		}
		return 450
	case r.is(before, "at") && n >= 13 && n <= 110 && (end || r.follows(at)):
		return 650
	case r.being(before) && n >= 2 && n <= 110 && (end && !r.is(at, ":") || r.is(at, "and now but")):
		return 720
	case r.is(i-1, ",") && (r.is(at, ",") || end && !r.is(at, ":")) && n >= 2 && n <= 110 && r.someone(i-2) && r.spare(i):
		return 620
	}
	return 0
}

// spare reports that no list of numbers stands about a number between commas.
func (r *reader) spare(i int) bool { return !r.kind(i-2, text.Number) && !r.kind(i+2, text.Number) }

// someone reports whether a phrase for one person ends at token i: a name, a
// noun, a noun and what marks it out ("the guy next door").
func (r *reader) someone(i int) bool {
	if r.human(i) || r.capital(i) && !r.alone(i, noPlaceClass) && !r.alone(i, townClass) && !r.alone(i, monthClass) && lexemeOf(r.tok[i].Plain).name() > 1 {
		return true
	}
	for k := i - 1; k > i-4 && r.kind(k, text.Word); k-- {
		if r.human(k) && (r.is(k-1, "a an my our the his her this that their") || r.alone(k-1, ageClass)) && r.is(k+1, "in on at of from next with down across upstairs downstairs") {
			return true
		}
	}
	return false
}

// human reports whether token i is a noun for one person.
func (r *reader) human(i int) bool {
	if !r.kind(i, text.Word) {
		return false
	}
	for _, c := range [...]class{kinClass, sexClass, beingClass, occupationClass, professionClass} {
		if r.alone(i, c) {
			return true
		}
	}
	n := lexicon.look(r.tok[i].Word)
	return n.cue == cueServed || n.cue == cueKin || r.is(i, "caller driver tenant member roommate survivor passerby prisoner passenger volunteer")
}

// being reports whether token i is "is" or "was" of one person: "she's 9".
func (r *reader) being(i int) bool {
	if !r.is(i, "is 's was") {
		return r.is(i, "hes shes")
	}
	return r.is(i-1, "he she who they") || r.alone(i-1, kinClass) || r.flag(i-1, text.Capital) && r.capital(i-1) && !r.flag(i-1, text.Opening) || r.alone(i-1, sexClass) || r.alone(i-1, beingClass)
}

// seasonal reports words that give a birthday: "this spring", "in May".
func (r *reader) seasonal(i int) bool {
	if r.is(i, "this next") {
		return r.is(i+1, "fall year month spring summer autumn winter") || r.alone(i+1, monthClass) || r.alone(i+1, monthLikeClass)
	}
	return r.is(i, "in on") && r.alone(i+1, monthClass)
}

// follows reports whether token i can follow an age that stands alone.
func (r *reader) follows(i int) bool {
	return r.is(i, "i he is and she who but has had was they with when from last after today because without already tomorrow yesterday")
}

// decade reads "in her 80s", "mid-forties", "fortysomething" at token i.
func (r *reader) decade(i int) int {
	at := i
	for r.is(at, "mid late early") {
		at++
	}
	value := ""
	end := at + 1
	if r.alone(at, decadeClass) {
		_, e := r.match(at, decadeClass)
		value = e.value
	} else if n, e, ok := r.number(at); ok && n >= 10 && n < 110 {
		switch {
		case n%10 == 0 && r.is(e, "s") && r.flag(e, text.Glued), r.is(e, "ish something somethings") && (r.flag(e, text.Hyphen|text.Glued) || r.is(e, "something")):
			value, end = strconv.Itoa(n), e+1
		default:
			return i
		}
	} else {
		return i
	}
	owned := r.alone(i-1, ownerClass)
	if !owned && at == i && !r.is(end-1, "ish something somethings") || r.is(i-1, "the") || r.is(i-2, "the") && !owned {
		return i // "in the 80s" is music
	}
	if value == "10" {
		value = "teen"
	}
	r.emit(i, end, verdict.Age, verdict.PartAge, value+"s", 850)
	return end
}

// birthday reads "18th birthday" at token i.
func (r *reader) birthday(i int) int {
	n, ok := r.ordinal(i)
	if !ok || !r.is(i+1, "bday birthday") {
		return i
	}
	return r.age(i, i+2, n, false, 880)
}

// grade reads "third grader", "7th grade", "grade 4", "year 9", "Reception".
func (r *reader) grade(i int) int {
	if n, ok := r.ordinal(i); ok && n >= 1 && n <= 12 {
		if r.is(i+1, "grade class grader graders") && (r.tok[i+1].Word != "class" || r.is(i-1, "in")) {
			return r.graded(i, i+2, "grade "+strconv.Itoa(n), !r.is(i+1, "graders"))
		}
		return i
	}
	if r.is(i, "yr year grade") && !r.ends(i+1) {
		n, at, ok := r.number(i + 1)
		cap := r.flag(i, text.Capital) || r.is(i-1, "a in my our")
		if ok && n >= 1 && n <= 13 && !r.is(at, "of in on") && (cap || r.is(i, "grade")) && !r.is(i-1, "per") && !r.flag(i, text.Hyphen) {
			return r.graded(i, at, r.tok[i].Word+" "+strconv.Itoa(n), true)
		}
	}
	school := r.is(i, "high") && r.is(i+1, "school") && r.alone(i+2, schoolYearClass)
	switch {
	case school && !r.is(i+2, "seniors juniors"):
		return r.graded(i, i+3, r.word(i+2), true)
	case r.alone(i, schoolYearClass) && r.is(i+1, "in") && r.is(i+2, "high") && r.is(i+3, "school"):
		return r.graded(i, i+4, r.word(i), true)
	case r.is(i, "reception") && r.flag(i, text.Capital) && r.is(i-1, "a in my our"):
		return r.graded(i, i+1, "reception", true)
	case r.is(i, "kindergarten") && r.is(i-1, "a in my"):
		return r.graded(i, i+1, "kindergarten", true)
	case r.is(i, "freshman sophomore") && r.is(i-1, "a my our the this that") && !r.is(i+1, "year album class season"):
		return r.graded(i, i+1, r.word(i), true)
	case r.is(i, "junior senior") && r.is(i+1, "infants"):
		return r.graded(i, i+2, r.word(i)+" infants", true)
	}
	return i
}

//go:noinline
func (r *reader) graded(first, last int, value string, one bool) int {
	sure := 880
	if !one {
		sure = 480
	}
	r.emit(first, last, verdict.Age, verdict.PartAge, value, sure)
	return last
}

// band reports an age told by a word: baby, teen, young man.
func (r *reader) band(i int) {
	if end, e := r.match(i, agePairClass); e != nil {
		if r.is(i, "old") && r.flag(i, text.Hyphen) {
			return
		}
		r.emit(i, end, verdict.Age, verdict.PartAge, e.value, int(e.sure))
		return
	}
	if end, e := r.match(i, ageManyClass); e != nil {
		r.emit(i, end, verdict.Age, verdict.PartAge, e.value, 480)
		return
	}
	end, e := r.match(i, ageClass)
	if e == nil || r.is(i, "baby") && (r.is(end, "'s step mama food steps daddy momma wipes shower sitter boomer showers sitting formula boomers daddies") || r.alone(i-1, myClass) && r.ends(end)) {
		return
	}
	sure := int(e.sure)
	if strings.HasSuffix(r.word(end-1), "s") && !strings.HasSuffix(e.value, "s") && r.word(end-1) != "elderly" {
		sure = 480
	}
	r.emit(i, end, verdict.Age, verdict.PartAge, e.value, sure)
}
