using GuruReports.Inspection.Vocabulary;

namespace GuruReports.Inspection.Tests.Vocabulary;

public class RepetitionTests
{
    [Theory]
    [InlineData("abc", 0, 1, 1)]
    [InlineData("aa", 0, 1, 1)]
    [InlineData("aaab", 0, 1, 3)]
    [InlineData("xaaab", 1, 1, 3)]
    [InlineData("ababab", 0, 2, 3)]
    [InlineData("abababa", 0, 2, 3)]
    [InlineData("ababac", 0, 1, 1)]
    [InlineData("abcabcabc", 0, 3, 3)]
    [InlineData("a", 0, 1, 1)]
    [InlineData("abcdefghijabcdefghijabcdefghij", 0, 1, 1)]
    public void At_Row_FindsTheShortestPartThatRepeatsItself(string row, int start, int period, int times) =>
        Assert.Equal((period, times), Repetition.At(row.ToList(), start, static (x, y) => x == y));
}
