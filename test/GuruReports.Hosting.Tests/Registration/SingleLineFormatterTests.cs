using GuruReports.Hosting.Registration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GuruReports.Hosting.Tests.Registration;

public sealed class SingleLineFormatterTests
{
    [Fact]
    public void Find_FormatterThatKeepsLines_Null() => Assert.Null(Find(logging => logging.AddSimpleConsole()));

    [Fact]
    public void Find_Json_Null() => Assert.Null(Find(logging => logging.AddJsonConsole()));

    [Fact]
    public void Find_Systemd_IsNamed() => Assert.Equal("systemd", Find(logging => logging.AddSystemdConsole()));

    [Fact]
    public void Find_SimpleOnOneLine_IsNamed() => Assert.Equal("simple, with SingleLine", Find(logging => logging.AddSimpleConsole(options => options.SingleLine = true)));

    [Fact]
    public void Find_SystemdWithoutItsProvider_Null() => Assert.Null(Find(logging => logging.AddSystemdConsole().ClearProviders()));

    private static string? Find(Action<ILoggingBuilder> configure)
    {
        using var services = new ServiceCollection().AddLogging(configure).BuildServiceProvider();
        return SingleLineFormatter.Find(services);
    }
}
