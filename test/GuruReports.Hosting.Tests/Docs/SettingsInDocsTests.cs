using System.Text.RegularExpressions;
using GuruReports.Hosting.Registration.Settings;
using GuruReports.Testing;
using Microsoft.Extensions.Configuration;

namespace GuruReports.Hosting.Tests.Docs;

/// <summary>What the documents set by environment variables, in units, manifests and prose, are settings that there are.</summary>
public sealed partial class SettingsInDocsTests
{
    [Fact]
    public void Variables_InTheDocuments_AreKnownSettings()
    {
        var named = Directory.GetFiles(Repository.PathOf("docs"), "*.md").Append(Repository.PathOf("README.md"))
            .SelectMany(file => Variable().Matches(File.ReadAllText(file)))
            .Select(variable => variable.Groups[1].Value.Replace("__", ":", StringComparison.Ordinal)).Distinct().ToList();
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(named.ToDictionary(key => "GuruMeditation:" + key, _ => (string?)"x")).Build();

        var read = ReadSettings.From(configuration.GetSection("GuruMeditation"));

        Assert.Contains("Destination", named);
        Assert.Empty(read.Unknown);
    }

    [GeneratedRegex(@"\bGuruMeditation__(\w+)")]
    private static partial Regex Variable();
}
