using GuruReports.Reporting.Rendering.Words;

namespace GuruReports.Reporting.Tests.Rendering.Words;

public class VisibleTextTests
{
    [Theory]
    [InlineData("a\u202eb", @"a\u202eb")]
    [InlineData("a\u061cb", @"a\u061cb")]
    [InlineData("a\u2066b", @"a\u2066b")]
    [InlineData("a\u200db", @"a\u200db")]
    [InlineData("a\u034fb", @"a\u034fb")]
    [InlineData("a\u180eb", @"a\u180eb")]
    [InlineData("a\u3164b", @"a\u3164b")]
    [InlineData("a\uffa0b", @"a\uffa0b")]
    [InlineData("a\u115fb", @"a\u115fb")]
    [InlineData("a\u2800b", @"a\u2800b")]
    [InlineData("a\ufe0fb", @"a\ufe0fb")]
    [InlineData("a\U000e0041b", @"a\U000e0041b")]
    [InlineData("a\U000e0100b", @"a\U000e0100b")]
    [InlineData("a\U0001d173b", @"a\U0001d173b")]
    [InlineData("a\u001b[31mb\n", @"a\x1b[31mb\n")]
    public void Line_CharacterThatNobodySees_IsWrittenOut(string text, string expected) => Assert.Equal(expected, VisibleText.Line(text));

    [Theory]
    [InlineData("plain")]
    [InlineData("größe — 大きさ, размер")]
    [InlineData("\U0001f600 and 𝒳")]
    [InlineData("عربي עברית")]
    public void Line_TextOfAnyLanguage_StaysAsItIs(string text) => Assert.Equal(text, VisibleText.Line(text));
}
