// These tests mostly wait, for a clock that moves when all is quiet or for processes: more run at once than there are processors.
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.All, MaxThreads = 8)]
