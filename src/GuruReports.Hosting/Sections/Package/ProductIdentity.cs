using System.Reflection;

namespace GuruReports.Hosting.Sections.Package;

/// <summary>What an assembly says of its product; null where it says nothing.</summary>
internal sealed record ProductIdentity(string? Product, string? Vendor, string? Version, string? InformationalVersion, string? Commit)
{
    /// <summary>Reads the attributes of an assembly.</summary>
    public static ProductIdentity Of(Assembly? assembly)
    {
        if (assembly is null)
        {
            return new ProductIdentity(null, null, null, null, null);
        }

        var informational = assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion;
        return new ProductIdentity(
            assembly.GetCustomAttribute<AssemblyProductAttribute>()?.Product,
            assembly.GetCustomAttribute<AssemblyCompanyAttribute>()?.Company,
            assembly.GetName().Version?.ToString(),
            informational,
            CommitOf(informational));
    }

    /// <summary>Returns what holds when the program says something else of itself.</summary>
    /// <param name="options">Its settings.</param>
    public ProductIdentity With(GuruMeditationOptions options) => this with
    {
        Product = options.Product ?? Product,
        Vendor = options.Vendor ?? Vendor,
        Version = options.Version ?? Version,
        InformationalVersion = options.Version ?? InformationalVersion,
        Commit = options.Version is null ? Commit : CommitOf(options.Version) ?? Commit,
    };

    // 25.0.1+3fa9c1e: what stands behind the plus sign is the commit where it looks like one (semver.org, build metadata).
    private static string? CommitOf(string? version)
    {
        var plus = version?.IndexOf('+', StringComparison.Ordinal) ?? -1;
        if (plus < 0)
        {
            return null;
        }

        var metadata = version![(plus + 1)..];
        var last = metadata[(metadata.LastIndexOf('.') + 1)..];
        return last.Length is >= 7 and <= 64 && last.All(char.IsAsciiHexDigit) ? last : null;
    }
}
