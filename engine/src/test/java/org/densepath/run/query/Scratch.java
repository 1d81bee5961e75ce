package org.densepath.run.query;
public class Scratch { public static void main(String[] a) throws Exception { System.out.println(SyntheticRun.write(java.nio.file.Path.of(a[0]),1000,64,256).path()); } }
