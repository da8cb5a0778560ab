using GuruReports.Hosting.Boundary;

namespace GuruReports.Hosting.Tests.Boundary;

public sealed class BoundedTextTests
{
    [Theory]
    [InlineData("short", 5, "short")]
    [InlineData("longer", 4, "long… (2 more characters)")]
    [InlineData("ab\U0001F600cd", 3, "ab… (4 more characters)")]
    public void Cut_Text_BeginningAndWhatIsMissing(string text, int longest, string expected) => Assert.Equal(expected, BoundedText.Cut(text, longest));

    [Theory]
    [InlineData("short", 5, "short")]
    [InlineData("longer", 4, "long…")]
    public void Shorten_Text_Beginning(string text, int longest, string expected) => Assert.Equal(expected, BoundedText.Shorten(text, longest));
}
