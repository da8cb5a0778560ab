using GuruReports.Inspection.CoreClr.Layout;

namespace GuruReports.Inspection.CoreClr;

/// <summary>What is checked before stacks taken inside the process are believed.</summary>
internal enum SelfCheckStep
{
    Platform,
    MemoryReads,
    Descriptor,
    ThreadStore,
    CodeRanges,
    Modules,
    Methods,
    EventSession,
    Lines,
    OwnThread,
    OwnStack,
}
