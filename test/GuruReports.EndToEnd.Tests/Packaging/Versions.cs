using System.Xml.Linq;
using GuruReports.Testing;

namespace GuruReports.EndToEnd.Tests.Packaging;

/// <summary>The very versions that the repository is built with, so that nothing else has to be at hand.</summary>
internal static class Versions
{
    private static readonly XDocument s_packages = XDocument.Load(Repository.PathOf("build", "Packages.props"));

    /// <summary>Returns the version of a package.</summary>
    public static string Of(string package) =>
        s_packages.Descendants("PackageVersion").Single(item => (string?)item.Attribute("Include") == package).Attribute("Version")!.Value;

    /// <summary>Returns a property.</summary>
    public static string Value(string property) => s_packages.Descendants(property).Single().Value;
}
