// Package spanish reads a Spanish draft, and the Spanish in a mixed one, for
// what the rest of the engine reads in English alone: the commonest words for
// somebody served, names beside them, dates, ages, kin, places, diagnoses,
// addresses and record numbers. What it finds it says in the words of identify
// and referent, so that every later step goes on as it would.
//
// It is a word list and a few shapes, nothing was learnt: it hears less than the
// English steps do, and the verdict's coverage says so. It may not know of
// levels or rules.
package spanish
