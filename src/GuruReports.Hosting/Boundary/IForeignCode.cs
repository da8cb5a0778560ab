namespace GuruReports.Hosting.Boundary;

/// <summary>Marks a part of the library that calls code of the service: its thread is not used again.</summary>
internal interface IForeignCode;
