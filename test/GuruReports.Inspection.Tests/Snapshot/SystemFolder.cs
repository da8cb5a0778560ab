using GuruReports.Inspection.Snapshot;

namespace GuruReports.Inspection.Tests.Snapshot;

/// <summary>The files of some machine, as the snapshot reads them.</summary>
internal sealed class SystemFolder() : FileTree<SystemFiles>(root => new SystemFiles(root));
