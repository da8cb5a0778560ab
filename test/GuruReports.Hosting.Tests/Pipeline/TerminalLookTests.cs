using GuruReports.Hosting.Pipeline.Publishing;

namespace GuruReports.Hosting.Tests.Pipeline;

public sealed class TerminalLookTests
{
    [Theory]
    [InlineData("LANG=C.UTF-8", false)]
    [InlineData("LANG=de_DE.utf8", false)]
    [InlineData("LANG=C", true)]
    [InlineData("LANG=en_US.ISO-8859-1", true)]
    [InlineData("LANG=C.UTF-8 LC_ALL=POSIX", true)]
    [InlineData("LANG=C LC_ALL= LC_CTYPE=C.UTF-8", false)]
    [InlineData("TERM=xterm", false)]
    public void IsAscii_ByTheLocale(string variables, bool isAscii) => Assert.Equal(isAscii, TerminalLook.IsAscii(Of(variables)));

    [Theory]
    [InlineData("TERM=xterm", true)]
    [InlineData("TERM=dumb", false)]
    [InlineData("TERM=xterm NO_COLOR=1", false)]
    [InlineData("LANG=C", false)]
    public void WantsColour_ByTheTerminal(string variables, bool isWanted) => Assert.Equal(isWanted, TerminalLook.WantsColour(Of(variables)));

    private static Func<string, string?> Of(string variables)
    {
        var all = variables.Split(' ').Select(variable => variable.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]);
        return name => all.GetValueOrDefault(name);
    }
}
