using System.Runtime.Versioning;

// Real signals and real child processes: these tests are about Linux.
[assembly: SupportedOSPlatform("linux")]

// The machine is shared by the children: two classes at a time leave each of them a fair chance.
[assembly: CollectionBehavior(MaxParallelThreads = 2)]
