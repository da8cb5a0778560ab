using GuruReports.Hosting.Triggers;

namespace GuruReports.Hosting.Tests.Triggers;

public sealed class SignalNameTests
{
    [Theory]
    [InlineData(null, 10)]
    [InlineData("", 10)]
    [InlineData("SIGUSR1", 10)]
    [InlineData("usr2", 12)]
    [InlineData(" sigwinch ", 28)]
    [InlineData("12", 12)]
    [InlineData("SIGRTMIN+3", 37)]
    [InlineData("rtmin+30", 64)]
    [InlineData("none", 0)]
    public void TryResolve_GoodTextOnLinux_GivesTheNumber(string? text, int expected)
    {
        var isGood = SignalName.TryResolve(text, SignalPlatform.Linux, out var number, out var problem);

        Assert.True(isGood);
        Assert.Null(problem);
        Assert.Equal(expected, number);
    }

    [Theory]
    [InlineData("SIGUSR1", 30)]
    [InlineData("SIGUSR2", 31)]
    [InlineData("INFO", 29)]
    [InlineData("30", 30)]
    public void TryResolve_GoodTextOnMacOS_GivesTheNumberOfThatSystem(string text, int expected)
    {
        var isGood = SignalName.TryResolve(text, SignalPlatform.Bsd, out var number, out _);

        Assert.True(isGood);
        Assert.Equal(expected, number);
    }

    [Theory]
    [InlineData("SIGUSR3")]
    [InlineData("SIGKILL")]
    [InlineData("9")]
    [InlineData("SIGTERM")]
    [InlineData("15")]
    [InlineData("SIGSEGV")]
    [InlineData("SIGCHLD")]
    [InlineData("34")]
    [InlineData("SIGRTMIN+0")]
    [InlineData("SIGRTMIN+31")]
    [InlineData("65")]
    [InlineData("0")]
    [InlineData("-10")]
    [InlineData("99999999999")]
    public void TryResolve_SignalThatMustNotBeTaken_SaysWhatIsAllowed(string text)
    {
        var isGood = SignalName.TryResolve(text, SignalPlatform.Linux, out var number, out var problem);

        Assert.False(isGood);
        Assert.Equal(0, number);
        Assert.Contains($"'{text}'", problem, StringComparison.Ordinal);
        Assert.Contains(SignalName.Allowed, problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SIGUSR1")]
    [InlineData("9")]
    [InlineData(null)]
    public void TryResolve_SystemWithoutSignals_GivesNoneAndNoProblem(string? text)
    {
        var isGood = SignalName.TryResolve(text, SignalPlatform.None, out var number, out var problem);

        Assert.True(isGood);
        Assert.Equal(0, number);
        Assert.Null(problem);
    }

    [Theory]
    [InlineData(10, "SIGUSR1")]
    [InlineData(37, "SIGRTMIN+3")]
    [InlineData(29, "SIGIO")]
    public void Of_NumberOnLinux_GivesTheName(int number, string expected)
    {
        Assert.Equal(expected, SignalName.Of(number, SignalPlatform.Linux));
    }
}
