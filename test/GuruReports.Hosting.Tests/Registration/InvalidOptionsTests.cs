using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace GuruReports.Hosting.Tests.Registration;

/// <summary>Every option there is, with a value it must not have: the message names the key, the value and what is allowed.</summary>
public sealed class InvalidOptionsTests
{
    // Any text is good for these.
    private static readonly HashSet<string> s_free =
    [
        "ServiceName", "Product", "Vendor", "Version", "Directory", "RequestFile", "LogCategory", "Findings:Disabled:0", "Redaction:AllowedKeys:0",
        "Sections:Include:0", "Sections:Exclude:0", "Threads:FrameworkAssemblies:0",
    ];

    private static readonly Dictionary<string, string> s_badTexts = new()
    {
        ["Signal"] = "SIGKILL",
        ["Redaction:KeyPatterns:0"] = "(",
        ["Redaction:ValuePatterns:0"] = "(?=x)",
    };

    public static TheoryData<string, string> BadValues()
    {
        var rows = new TheoryData<string, string>();
        foreach (var (key, type) in Leaves(typeof(GuruMeditationOptions), ""))
        {
            if (s_badTexts.TryGetValue(key, out var bad))
            {
                rows.Add(key, bad);
            }
            else if (!s_free.Contains(key))
            {
                AddBad(rows, key, type);
            }
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(BadValues))]
    public void Options_BadValue_FailWithKeyValueAndWhatIsAllowed(string key, string value)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("GuruMeditation:" + key, value)]).Build();
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddGuruMeditationReports();
        using var provider = services.BuildServiceProvider();

        var failure = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IOptions<GuruMeditationOptions>>().Value);

        var message = Assert.Single(failure.Failures);
        Assert.Matches($"^GuruMeditation:{key} is '.+'; allowed: .+\\.$", message);
        Assert.Contains($"'{value}'", message, StringComparison.Ordinal);
    }

    private static void AddBad(TheoryData<string, string> rows, string key, Type type)
    {
        rows.Add(key, "sometimes");
        if (type == typeof(TimeSpan))
        {
            rows.Add(key, "-00:00:01");
            rows.Add(key, TimeSpan.MaxValue.ToString("c", CultureInfo.InvariantCulture));
        }
        else if (type == typeof(int) || type == typeof(long) || type == typeof(double))
        {
            rows.Add(key, "-1");
        }
    }

    private static IEnumerable<(string Key, Type Type)> Leaves(Type type, string prefix)
    {
        foreach (var property in type.GetProperties())
        {
            var key = prefix + property.Name;
            if (property.PropertyType.IsGenericType)
            {
                yield return (key + ":0", property.PropertyType.GenericTypeArguments[0]);
            }
            else if (property.PropertyType is { IsClass: true } nested && nested != typeof(string))
            {
                foreach (var leaf in Leaves(nested, key + ":"))
                {
                    yield return leaf;
                }
            }
            else
            {
                yield return (key, property.PropertyType);
            }
        }
    }
}
