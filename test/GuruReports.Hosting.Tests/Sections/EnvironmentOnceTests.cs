using GuruReports.Hosting.Facts.Host;
using GuruReports.Hosting.Sections.Configuration;
using GuruReports.Reporting.Model;
using Microsoft.Extensions.Configuration;

namespace GuruReports.Hosting.Tests.Sections;

/// <summary>Each variable of the environment stands in a report once: by its name in Environment, or by its key in Configuration.</summary>
public sealed class EnvironmentOnceTests : IDisposable
{
    private static readonly Dictionary<string, string> s_variables = new()
    {
        ["ONCE_PLAIN"] = "alone",
        ["ONCE_Heat__Workers"] = "8",
        ["ONCE_LEVEL"] = "overrides",
        ["ONCE_BEATEN"] = "is overridden",
        ["SQLCONNSTR_Once"] = "Host=db",
    };

    public EnvironmentOnceTests()
    {
        foreach (var (name, value) in s_variables)
        {
            Environment.SetEnvironmentVariable(name, value);
        }
    }

    public void Dispose()
    {
        foreach (var name in s_variables.Keys)
        {
            Environment.SetEnvironmentVariable(name, null);
        }
    }

    [Fact]
    public void Generate_VariablesOfTheEnvironment_OnlyThoseThatSaySomethingAsKeys()
    {
        var shown = Generate(new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["LEVEL"] = "first" })
            .AddEnvironmentVariables("ONCE_")
            .AddEnvironmentVariables()
            .AddCommandLine(["--BEATEN=wins"]));

        Assert.Equal("8", SectionTest.Text(shown, "Heat", "Workers"));
        Assert.Equal("overrides", SectionTest.Text(shown, "(no group)", "LEVEL"));
        Assert.Equal("wins", SectionTest.Text(shown, "(no group)", "BEATEN"));
        var text = string.Join('\n', Assert.IsType<ReportMap>(shown.Value).Entries);
        Assert.DoesNotContain("alone", text, StringComparison.Ordinal);
        Assert.DoesNotContain("ONCE_Heat", text, StringComparison.Ordinal);
        Assert.EndsWith(" more, see Environment", SectionTest.Text(shown, "variables of the environment"), StringComparison.Ordinal);
    }

    [Fact]
    public void Generate_VariablesOfTheEnvironment_ThoseThatAreShownAreTold()
    {
        var shown = Generate(new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["LEVEL"] = "first" })
            .AddEnvironmentVariables("ONCE_")
            .AddEnvironmentVariables()
            .AddCommandLine(["--BEATEN=wins"]));

        var variables = Assert.Single(shown.Facts.OfType<ConfigurationFacts>()).Variables.Where(s_variables.ContainsKey).Order(StringComparer.Ordinal);
        Assert.Equal(["ONCE_Heat__Workers", "ONCE_LEVEL", "SQLCONNSTR_Once"], variables);
    }

    [Fact]
    public void Generate_VariableThatChangedAfterTheStart_StaysInBoth()
    {
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables("ONCE_");
        var root = configuration.Build();
        Environment.SetEnvironmentVariable("ONCE_Heat__Workers", "9");

        var shown = new ConfigurationGenerator(root).Generate(SectionTest.Context());

        Assert.Equal("8", SectionTest.Text(shown, "Heat", "Workers"));
        Assert.DoesNotContain("ONCE_Heat__Workers", Assert.Single(shown.Facts.OfType<ConfigurationFacts>()).Variables);
    }

    private static ReportSection Generate(IConfigurationBuilder configuration) => new ConfigurationGenerator(configuration.Build()).Generate(SectionTest.Context());
}
