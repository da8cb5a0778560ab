namespace GuruReports.EndToEnd.Tests.Packaging;

/// <summary>Tests of the packages: they are packed once for all of them, since two that pack at the same time write the same files.</summary>
[CollectionDefinition(Name)]
public sealed class PackagesCollection : ICollectionFixture<ConsumerFixture>
{
    internal const string Name = "Packages";
}
