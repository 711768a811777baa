// The tests mostly wait for a cloud that takes its time: more of them run at once than there are processors.
[assembly: Xunit.v3.Parallelization(MaxThreads = 6)]
