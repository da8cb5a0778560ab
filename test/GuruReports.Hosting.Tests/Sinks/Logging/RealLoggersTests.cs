using System.Text.Json;
using GuruReports.Hosting.Sinks.Logging;
using GuruReports.Reporting.Model;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NLog.Extensions.Logging;
using Serilog;
using Serilog.Formatting.Compact;

namespace GuruReports.Hosting.Tests.Sinks.Logging;

/// <summary>The logging libraries that services use, each with its own formats: one event, the text once, the findings as a list where the library has lists.</summary>
public sealed class RealLoggersTests : IDisposable
{
    private const string Marker = "the only line of its kind";

    private static readonly string s_text = string.Concat(Enumerable.Range(0, 500).Select(line => $"line {line} of a report, with some words behind it\n")) + Marker + "\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("guru-loggers-").FullName;

    [Theory]
    [InlineData("simple")]
    [InlineData("json")]
    public void Microsoft_EachFormatter_HasTheTextOnce(string formatter)
    {
        using var written = new StringWriter();
        using var services = new ServiceCollection().AddLogging(logging => logging.AddSimpleConsole().AddJsonConsole().AddSystemdConsole()).BuildServiceProvider();
        using var provider = new FormatterProvider(services, formatter, written);

        Log(provider.CreateLogger("GuruMeditation"));

        AssertOnce(written.ToString());
        Assert.Contains("DEADLOCK, STARVATION", written.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Serilog_Text_HasTheReportAsItIs()
    {
        var path = Serilog(file => file.WriteTo.File(Path.Combine(_folder, "text")), "text");

        AssertOnce(File.ReadAllText(path));
        Assert.Contains("\nline 1 of a report", File.ReadAllText(path), StringComparison.Ordinal);
    }

    [Fact]
    public void Serilog_CompactJson_HasTheTextOnceAndFindingsAsList()
    {
        var path = Serilog(file => file.WriteTo.File(new CompactJsonFormatter(), Path.Combine(_folder, "json")), "json");

        AssertOnce(File.ReadAllText(path));
        using var json = JsonDocument.Parse(File.ReadAllText(path));
        AssertFindings(json.RootElement);
    }

    [Fact]
    public void NLog_JsonWithAllProperties_HasTheTextOnceAndFindingsAsList()
    {
        using var target = new NLog.Targets.MemoryTarget
        {
            Layout = new NLog.Layouts.JsonLayout
            {
                IncludeEventProperties = true,
                Attributes = { new NLog.Layouts.JsonAttribute("message", "${message}") },
            },
        };
        var factory = new NLog.LogFactory();
        var configuration = new NLog.Config.LoggingConfiguration(factory);
        configuration.AddRuleForAllLevels(target);
        factory.Configuration = configuration;
        using var provider = new NLogLoggerProvider(new NLogProviderOptions(), factory);

        Log(provider.CreateLogger("GuruMeditation"));

        var line = Assert.Single(target.Logs);
        AssertOnce(line);
        using var json = JsonDocument.Parse(line);
        AssertFindings(json.RootElement);
    }

    [Fact]
    public void Log4Net_FileAppender_HasTheTextOnce()
    {
        var (settings, file) = (Path.Combine(_folder, "log4net.config"), Path.Combine(_folder, "log4net.log"));
        File.WriteAllText(settings, $"""
            <log4net>
              <appender name="File" type="log4net.Appender.FileAppender">
                <file value="{file}" />
                <layout type="log4net.Layout.PatternLayout"><conversionPattern value="%level %logger %message%newline" /></layout>
              </appender>
              <root><level value="ALL" /><appender-ref ref="File" /></root>
            </log4net>
            """);
        using (var provider = new Log4NetProvider(settings))
        {
            Log(provider.CreateLogger("GuruMeditation"));
        }

        log4net.LogManager.Shutdown();

        AssertOnce(File.ReadAllText(file));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Serilog(Func<LoggerConfiguration, LoggerConfiguration> write, string name)
    {
        using (var logger = write(new LoggerConfiguration()).CreateLogger())
        using (var services = new ServiceCollection().AddLogging(logging => logging.AddSerilog(logger)).BuildServiceProvider())
        {
            var factory = services.GetRequiredService<ILoggerFactory>();
            Log(factory.CreateLogger("GuruMeditation"), TemplateLoggers.AreUsed(services, factory));
        }

        return Path.Combine(_folder, name);
    }

    private static void Log(Microsoft.Extensions.Logging.ILogger logger, bool isTemplate = false) => new LoggerSink(logger, "GuruMeditation", LogLevel.Warning, isTemplate: isTemplate).Write(
        Rendered.Report(s_text, findings: [Rendered.Finding("DEADLOCK", FindingSeverity.Critical), Rendered.Finding("STARVATION", FindingSeverity.Warning)]));

    private static void AssertOnce(string written)
    {
        Assert.Equal(2, written.Split(Marker).Length);
        Assert.InRange(written.Length, s_text.Length, s_text.Length * 1.2);
    }

    private static void AssertFindings(JsonElement values)
    {
        Assert.Equal(["DEADLOCK", "STARVATION"], values.GetProperty("Findings").EnumerateArray().Select(name => name.GetString()));
        Assert.Equal(2, values.GetProperty("FindingCount").GetInt32());
        Assert.Equal("Critical", values.GetProperty("Severity").GetString());
    }
}
