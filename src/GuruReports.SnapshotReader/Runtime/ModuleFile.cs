using System.Reflection.Metadata;

namespace GuruReports.SnapshotReader.Runtime;

/// <summary>The metadata of a module, and its portable PDB where one was found.</summary>
internal sealed record ModuleFile(string Name, MetadataReader Metadata, MetadataReader? Pdb);
