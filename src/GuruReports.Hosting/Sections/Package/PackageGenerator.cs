using System.Reflection;
using System.Runtime.InteropServices;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Sections.Package;

/// <summary>The program: product, vendor, version, commit, and what it runs on.</summary>
internal sealed class PackageGenerator : IProcessWideGenerator
{
    private readonly Assembly? _entry;

    public PackageGenerator()
        : this(Assembly.GetEntryAssembly())
    {
    }

    internal PackageGenerator(Assembly? entry) => _entry = entry;

    /// <inheritdoc/>
    public string Title => "Package";

    /// <inheritdoc/>
    public ReportSection Generate(ReportContext context)
    {
        var identity = ProductIdentity.Of(_entry).With(context.Options);
        return new ReportSection
        {
            Title = Title,
            Value = new MapBuilder()
                .Add("product", Known(identity.Product, "the entry assembly names none"))
                .Add("vendor", Known(identity.Vendor, "the entry assembly names none"))
                .Add("version", Known(identity.Version, "there is no entry assembly"))
                .Add("informational version", Known(identity.InformationalVersion, "the entry assembly has none"))
                .Add("commit", Known(identity.Commit, "the informational version names none"))
                .Add("runtime", $"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.RuntimeIdentifier}")
                .Add("operating system", RuntimeInformation.OSDescription)
                .Build(),
        };
    }

    private static ReportValue Known(string? text, string reason) => text is null ? new ReportUnknown(reason) : new ReportText(text);
}
