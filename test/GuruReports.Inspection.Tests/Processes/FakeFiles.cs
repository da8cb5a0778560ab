using GuruReports.Inspection.Processes;

namespace GuruReports.Inspection.Tests.Processes;

/// <summary>The files of some machine, as sections read them.</summary>
internal sealed class FakeFiles() : FileTree<SystemFiles>(root => new SystemFiles(root));
