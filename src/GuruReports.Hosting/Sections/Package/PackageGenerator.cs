using System.Reflection;
using GuruReports.Hosting.Facts.Runtime;
using GuruReports.Inspection.Symbols;
using GuruReports.Inspection.Vocabulary;
using GuruReports.Reporting.Model;

namespace GuruReports.Hosting.Sections.Package;

/// <summary>The program: product, vendor, version, commit; what it was built with and what it really has loaded.</summary>
internal sealed class PackageGenerator : IProcessWideGenerator
{
    private readonly Assembly? _entry;
    private readonly Func<string?> _findDependencies;

    public PackageGenerator()
        : this(Assembly.GetEntryAssembly(), DependencyFile.Find)
    {
    }

    internal PackageGenerator(Assembly? entry, Func<string?> findDependencies)
    {
        _entry = entry;
        _findDependencies = findDependencies;
    }

    /// <inheritdoc/>
    public string Title => "Package";

    /// <inheritdoc/>
    public ReportSection Generate(ReportContext context)
    {
        var identity = ProductIdentity.Of(_entry).With(context.Options);
        var loaded = LoadedAssemblies.Survey();
        var dependencies = DependencyFile.Read(_findDependencies());
        var facts = new PackageFacts
        {
            EntryAssembly = _entry?.GetName().Name,
            InformationalVersion = identity.InformationalVersion,
            Commit = identity.Commit,
            LoadedAssemblies = loaded.Total,
            DynamicAssemblies = loaded.Dynamic,
            CollectibleAssemblies = loaded.Collectible,
            LoadContexts = loaded.Contexts,
            Duplicates = loaded.Duplicates,
            RepeatedNames = loaded.RepeatedNames,
            Mismatches = loaded.MismatchesWith(dependencies),
        };
        return new ReportSection
        {
            Title = Title,
            Summary = Summarize(identity, facts),
            Value = new PackageView(identity, loaded, dependencies, facts).Build(),
            Facts = [facts],
        };
    }

    private static string Summarize(ProductIdentity identity, PackageFacts facts)
    {
        var troubles = new List<string>();
        if (facts.Mismatches.Count > 0)
        {
            troubles.Add($"{Measures.Count(facts.Mismatches.Count, "assembly is", "assemblies are")} not what the deps.json file names");
        }

        if (facts.Duplicates.Count > 0)
        {
            troubles.Add($"{Measures.Count(facts.Duplicates.Count, "assembly is", "assemblies are")} loaded more than once");
        }

        return $"{identity.Product ?? "unknown product"} {identity.InformationalVersion ?? identity.Version ?? "of unknown version"}" + string.Concat(troubles.Select(trouble => "; " + trouble));
    }
}
