using GuruReports.Hosting.Sinks;

namespace GuruReports.Hosting.Tests.Sinks;

public sealed class JournalTextTests
{
    [Theory]
    [InlineData("plain\ttext\n", "plain\ttext\n")]
    [InlineData("grün 時 🧘", "grün 時 🧘")]
    [InlineData("a\0b", "a\uFFFDb")]
    [InlineData("\u001b[31mred", "\uFFFD[31mred")]
    [InlineData("x\u0085y\u007f", "x\uFFFDy\uFFFD")]
    [InlineData("no\uFFFFcharacter\uFDD0", "no\uFFFDcharacter\uFFFD")]
    [InlineData("\r\n", "\uFFFD\n")]
    public void Clean_AnyText_KeepsWhatJournalctlShows(string text, string expected)
    {
        Assert.Equal(expected, JournalText.Clean(text));
    }

    // Not inline data: attributes are stored as UTF-8, which has no lone surrogates.
    [Fact]
    public void Clean_LoneSurrogates_AreReplaced()
    {
        Assert.Equal("\uFFFDmiddle\uFFFDend\uFFFD", JournalText.Clean("\udc00middle\ud83eend\ud83e"));
    }

    [Fact]
    public void Clean_NothingToReplace_ReturnsTheSameText()
    {
        var text = new string('x', 1000);

        Assert.Same(text, JournalText.Clean(text));
    }

    [Fact]
    public void ForStream_LinesWithPriorities_AreMoved()
    {
        Assert.Equal(" <3>first\n <6>second\nthird <3>\n", JournalText.ForStream("<3>first\n<6>second\nthird <3>\n"));
    }

    [Fact]
    public void OneLine_LineEnds_BecomeBlanks()
    {
        Assert.Equal("a b c d", JournalText.OneLine("a\nb\tc\u2028d"));
    }
}
